package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is on a slot during a part of it; nobody is on it twice.
 *
 * @param override id of the override that changed it
 */
record Crew(
    @Nullable String primary,
    @Nullable String secondary,
    List<String> shadows,
    @Nullable String override) {

  boolean includes(String tam) {
    return tam.equals(primary) || tam.equals(secondary) || shadows.contains(tam);
  }

  /** The tier in which a member serves. */
  Rotation.Tier tierOf(String member) {
    if (member.equals(primary)) {
      return Rotation.Tier.PRIMARY;
    }
    return member.equals(secondary) ? Rotation.Tier.SECONDARY : Rotation.Tier.SHADOW;
  }

  /** The crew with one more; null, who is nobody, leaves a primary or secondary place empty. */
  Crew with(Rotation.Tier tier, @Nullable String tam) {
    return switch (tier) {
      case PRIMARY -> new Crew(tam, secondary, shadows, override);
      case SECONDARY -> new Crew(primary, tam, shadows, override);
      case SHADOW ->
          new Crew(
              primary,
              secondary,
              Stream.concat(shadows.stream(), Stream.ofNullable(tam)).toList(),
              override);
    };
  }

  /** The crew with {@code by}, or nobody, in the member's place; who comes up leaves their own. */
  Crew replace(String member, @Nullable String by, String overrideId) {
    return switch (tierOf(member)) {
      case PRIMARY ->
          new Crew(by, Objects.equals(secondary, by) ? null : secondary, without(by), overrideId);
      case SECONDARY ->
          new Crew(primary, Objects.equals(primary, by) ? null : by, without(by), overrideId);
      case SHADOW -> {
        boolean joins = by != null && !includes(by);
        yield new Crew(
            primary,
            secondary,
            shadows.stream()
                .flatMap(
                    s -> !s.equals(member) ? Stream.of(s) : joins ? Stream.of(by) : Stream.of())
                .toList(),
            overrideId);
      }
    };
  }

  private List<String> without(@Nullable String tam) {
    return shadows.stream().filter(s -> !s.equals(tam)).toList();
  }

  /** The shift that the crew works during {@code [start, end)} of the slot. */
  Shift on(Slot slot, Instant start, Instant end) {
    ShiftPattern pattern = slot.pattern();
    return new Shift(
        ShiftId.ofSlot(pattern.id(), slot.date(), start),
        pattern.region(),
        start,
        end,
        slot.start(),
        slot.end(),
        pattern.zone(),
        primary,
        secondary,
        shadows,
        pattern.id(),
        override,
        slot.holiday());
  }
}
