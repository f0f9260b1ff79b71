package io.meridian.handoff.notification.application.channel;

import io.meridian.handoff.calendar.domain.ContactChannel;
import java.net.URI;
import java.util.Locale;

/** A channel whose addresses are URLs to post to: their hosts fail together. */
interface HookChannel extends Channel {

  @Override
  default String provider(ContactChannel to) {
    return host(to.address());
  }

  @Override
  default String target(ContactChannel to) {
    return host(to.address());
  }

  private static String host(String url) {
    try {
      URI uri = URI.create(url);
      String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
      return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
    } catch (IllegalArgumentException e) {
      return "no-url";
    }
  }
}
