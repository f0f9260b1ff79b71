package io.meridian.events;

import java.time.Instant;
import java.util.List;

/** A fact that one service tells the others, with the state after it. */
public sealed interface Event
    permits CustomerEvent,
        SlaPolicyEvent,
        EscalationEvent,
        AccountabilityEvent,
        AcknowledgementEvent,
        EffectEvent,
        HandoffEvent,
        GapEvent,
        StayEvent,
        RestEvent,
        ShiftEvent,
        CalendarEvent,
        CoverageEvent,
        DutyEvent,
        SwapEvent,
        WatchEvent,
        ShiftChangeEvent,
        DenialEvent,
        ApiTokenEvent {

  /** CloudEvents {@code type}: {@code io.meridian.<aggregate>.<fact>.v<major>}. */
  String type();

  /** Where the event is published. */
  Topic topic();

  /** CloudEvents {@code subject} and the Kafka key: events with one key stay in order. */
  String key();

  /** CloudEvents {@code sequence}: the aggregate's revision after the fact, counted from 1. */
  long sequence();

  /**
   * CloudEvents {@code time}: the instant in the domain at which the fact became true, in
   * milliseconds UTC.
   */
  Instant time();

  /** What the fact changed, each thing once; empty where it is told and nothing changes by it. */
  List<ChangedObject> changed();
}
