package io.meridian.handoff.watch.api;

import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.events.WatchState;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.watch.application.WatchReading.Watched;
import io.meridian.handoff.watch.domain.Handover;
import io.meridian.handoff.watch.domain.WatchItem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something at a customer that crews keep an eye on though no case is open. */
@Schema(name = "WatchItem")
public record WatchItemView(
    UUID id,
    UUID customerId,
    String customer,
    String what,
    @Schema(description = "what to do if it happens") String whatIf,
    Instant from,
    Instant until,
    @Schema(description = "what is over by time stays WATCHED, and is not alive") WatchState state,
    @Schema(description = "whether crews still hand it on") boolean alive,
    Person madeBy,
    Instant madeAt,
    @Nullable Person endedBy,
    @Nullable Instant endedAt,
    @Schema(description = "what it has become; null unless somebody made an escalation of it")
        @Nullable EscalationView escalation,
    @Schema(description = "the crews that it came to, the earliest first")
        List<HandoverView> handovers,
    long revision,
    WatchLinks links) {

  static final String PATH = "/api/v1/watch-items";

  /** The escalation that an item has become; without id for the second until it is open. */
  @Schema(name = "WatchItemEscalation")
  public record EscalationView(
      Severity severity, @Nullable UUID id, @Nullable String escalation, @Nullable String html) {}

  /** It came to a crew. */
  @Schema(name = "WatchItemHandover")
  public record HandoverView(
      UUID shiftChangeId,
      String fromRegion,
      String toRegion,
      UUID shiftId,
      Instant start,
      Instant end,
      Instant confirmBy,
      List<Person> crew,
      @Schema(description = "who has confirmed for the crew; null while nobody has")
          @Nullable Person confirmedBy,
      @Nullable Instant confirmedAt) {}

  /** Where to go from here. */
  @Schema(name = "WatchItemLinks")
  public record WatchLinks(String self, String html) {}

  /** The item as its readers see it. */
  public static WatchItemView of(Watched watched) {
    WatchItem item = watched.named().item();
    InForce people = watched.people();
    WatchItem.Ending ending = item.ending();
    return new WatchItemView(
        item.id(),
        item.customerId(),
        watched.named().customer(),
        item.what(),
        item.whatIf(),
        item.from(),
        item.until(),
        item.state(),
        item.isAlive(watched.at()),
        people.person(item.madeBy()),
        item.madeAt(),
        ending == null ? null : people.person(ending.by()),
        ending == null ? null : ending.at(),
        ending == null ? null : escalation(ending),
        watched.handovers().stream().map(one -> handover(one, people)).toList(),
        item.revision(),
        new WatchLinks(PATH + "/" + item.id(), "/shift"));
  }

  private static @Nullable EscalationView escalation(WatchItem.Ending ending) {
    Severity severity = ending.severity();
    String name = ending.escalation();
    return severity == null
        ? null
        : new EscalationView(
            severity, ending.escalationId(), name, name == null ? null : "/escalations/" + name);
  }

  private static HandoverView handover(Handover one, InForce people) {
    String by = one.confirmedBy();
    return new HandoverView(
        one.shiftChangeId(),
        one.fromRegion(),
        one.toRegion(),
        one.shiftId(),
        one.start(),
        one.end(),
        one.confirmBy(),
        Stream.of(one.primary(), one.secondary())
            .filter(Objects::nonNull)
            .map(people::person)
            .toList(),
        by == null ? null : people.person(by),
        one.confirmedAt());
  }
}
