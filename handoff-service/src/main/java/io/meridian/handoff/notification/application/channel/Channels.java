package io.meridian.handoff.notification.application.channel;

import static java.util.stream.Collectors.toMap;

import io.meridian.handoff.calendar.domain.ContactChannel;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The channels by the kinds of addresses they take: each kind has one, or nothing starts. */
@Startup
@ApplicationScoped
public class Channels {
  private final Map<ContactChannel.Kind, Channel> byKind;

  Channels(@All List<Channel> channels) {
    byKind = new EnumMap<>(channels.stream().collect(toMap(Channel::kind, Function.identity())));
    Set<ContactChannel.Kind> without = EnumSet.allOf(ContactChannel.Kind.class);
    without.removeAll(byKind.keySet());
    if (!without.isEmpty()) {
      throw new IllegalStateException("no channel takes " + without);
    }
  }

  /** The channel for an address. */
  public Channel of(ContactChannel to) {
    return Objects.requireNonNull(byKind.get(to.kind()));
  }
}
