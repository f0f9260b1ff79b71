package io.meridian.handoff.notification.application;

import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.notification.application.channel.Channels;
import io.meridian.handoff.notification.domain.Reach;
import io.meridian.handoff.notification.domain.UnreachableCause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** How people are reached. */
@ApplicationScoped
public class Recipients {
  private final Channels channels;

  Recipients(Channels channels) {
    this.channels = channels;
  }

  /** A TAM's channels in the order in which they are tried: their own, or else their mail. */
  List<ContactChannel> channels(InForce people, String tam) {
    return people.tam(tam).map(Tam::ways).orElse(List.of()).stream()
        .filter(way -> channels.of(way).hindrance().isEmpty())
        .toList();
  }

  /** By what a TAM would be reached first, or why by nothing. */
  Reach reach(InForce people, String tam) {
    return channels(people, tam).stream()
        .findFirst()
        .<Reach>map(way -> new Reach.By(channels.of(way).provider(way)))
        .orElseGet(() -> new Reach.Nothing(cause(people, tam)));
  }

  /** Why nothing reaches a TAM who has no channel that can be used, or is left. */
  UnreachableCause cause(InForce people, String tam) {
    return people
        .tam(tam)
        .map(known -> cause(known.ways()))
        .orElse(UnreachableCause.NOT_IN_CALENDAR);
  }

  private UnreachableCause cause(List<ContactChannel> ways) {
    return ways.isEmpty()
        ? UnreachableCause.NO_CHANNEL
        : ways.stream()
            .map(way -> channels.of(way).hindrance())
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(UnreachableCause.CHANNEL_DEAD);
  }

  /** The address of a channel without what could be a secret. */
  String target(ContactChannel way) {
    return channels.of(way).target(way);
  }
}
