package io.meridian.handoff.notification.application;

import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.notification.domain.Reach;
import io.meridian.handoff.notification.domain.UnreachableCause;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** How people are reached. */
@ApplicationScoped
public class Recipients {
  private static final String MAIL = "mail";

  private final NotificationConfig config;

  Recipients(NotificationConfig config) {
    this.config = config;
  }

  /** A TAM's channels in the order in which they are tried: their own, or else their mail. */
  List<ContactChannel> channels(InForce people, String tam) {
    return people.tam(tam).map(Tam::ways).orElse(List.of()).stream()
        .filter(channel -> channel.kind() != ContactChannel.Kind.EMAIL || hasMail())
        .toList();
  }

  private boolean hasMail() {
    return config.smtp().host().isPresent();
  }

  /** By what a TAM would be reached first, or why by nothing. */
  Reach reach(InForce people, String tam) {
    List<ContactChannel> usable = channels(people, tam);
    return usable.isEmpty()
        ? new Reach.Nothing(cause(people, tam))
        : new Reach.By(provider(usable.getFirst()));
  }

  /** Why nothing reaches a TAM who has no channel that can be used. */
  static UnreachableCause cause(InForce people, String tam) {
    return people
        .tam(tam)
        .map(
            known ->
                known.ways().isEmpty()
                    ? UnreachableCause.NO_CHANNEL
                    : UnreachableCause.NO_MAIL_SERVER)
        .orElse(UnreachableCause.NOT_IN_CALENDAR);
  }

  /** What channels share that fail together: the mail server, or a host. */
  static String provider(ContactChannel channel) {
    return channel.kind() == ContactChannel.Kind.EMAIL ? MAIL : host(channel.address());
  }

  /** The address without what could be a secret. */
  static String target(ContactChannel channel) {
    return channel.kind() == ContactChannel.Kind.EMAIL
        ? channel.address()
        : host(channel.address());
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
