package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.HolidayPolicy;
import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.ShiftOverride;
import io.meridian.handoff.calendar.domain.ShiftPattern;
import io.meridian.handoff.calendar.domain.Tam;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** From a calendar to the document that means it, with nothing left to defaults. */
final class CalendarWriter {

  private CalendarWriter() {}

  static CalendarDocument write(Calendar calendar) {
    return new CalendarDocument(
        calendar.regions().stream()
            .map(
                r ->
                    new CalendarDocument.RegionEntry(
                        r.code(), r.name(), r.zone().getId(), r.holidays(), r.lead()))
            .toList(),
        calendar.tams().stream().map(CalendarWriter::tam).toList(),
        calendar.rotations().stream().map(CalendarWriter::rotation).toList(),
        calendar.shiftPatterns().stream().map(CalendarWriter::pattern).toList(),
        calendar.overrides().stream().map(CalendarWriter::override).toList(),
        calendar.leaves().stream()
            .map(
                l ->
                    new CalendarDocument.LeaveEntry(
                        l.id(), l.tam(), l.start().toString(), l.end().toString(), l.reason()))
            .toList(),
        calendar.holidays().stream()
            .map(
                h ->
                    new CalendarDocument.HolidayEntry(
                        h.calendar(), h.region(), h.date().toString(), h.name(), h.kind().name()))
            .toList());
  }

  private static CalendarDocument.TamEntry tam(Tam tam) {
    return new CalendarDocument.TamEntry(
        tam.id(),
        tam.name(),
        tam.email(),
        tam.region(),
        tam.zone().getId(),
        tam.status().name(),
        tam.skills(),
        tam.languages(),
        tam.channels().stream()
            .map(
                c ->
                    new CalendarDocument.ChannelEntry(
                        c.kind().name(), c.address(), c.delay().toString(), c.order()))
            .toList(),
        tam.capacity() == Tam.CAPACITY ? null : tam.capacity());
  }

  private static CalendarDocument.RotationEntry rotation(Rotation rotation) {
    Rotation.Version newest = rotation.newest();
    return new CalendarDocument.RotationEntry(
        rotation.id(),
        rotation.region(),
        rotation.tier().name(),
        newest.participants(),
        newest.period().name(),
        newest.every(),
        newest.zone().getId(),
        newest.anchor().toString(),
        text(newest.effectiveFrom()),
        rotation.versions().stream()
            .limit(rotation.versions().size() - 1L)
            .map(
                v ->
                    new CalendarDocument.VersionEntry(
                        text(v.effectiveFrom()),
                        v.participants(),
                        v.period().name(),
                        v.every(),
                        v.zone().getId(),
                        v.anchor().toString(),
                        dealt(v)))
            .toList(),
        dealt(newest),
        rotation.running().stream()
            .map(
                r -> new CalendarDocument.RunningEntry(r.pattern(), r.date().toString(), r.order()))
            .toList());
  }

  private static CalendarDocument.@Nullable DealtEntry dealt(Rotation.Version version) {
    Rotation.@Nullable Dealt dealt = version.dealt();
    return dealt == null
        ? null
        : new CalendarDocument.DealtEntry(dealt.until().toString(), (int) dealt.shifts());
  }

  private static CalendarDocument.PatternEntry pattern(ShiftPattern pattern) {
    return new CalendarDocument.PatternEntry(
        pattern.id(),
        pattern.region(),
        pattern.zone().getId(),
        pattern.days().stream().sorted().map(CalendarWriter::day).toList(),
        pattern.start().toString(),
        pattern.end().toString(),
        pattern.effectiveFrom().toString(),
        text(pattern.effectiveUntil()),
        pattern.rotations(),
        policy(pattern.holidayPolicy()));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String day(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  private static String policy(HolidayPolicy policy) {
    return switch (policy) {
      case HolidayPolicy.Worked() -> "WORKED";
      case HolidayPolicy.Off() -> "OFF";
      case HolidayPolicy.Roster(String rotation) -> "ROSTER:" + rotation;
    };
  }

  private static CalendarDocument.OverrideEntry override(ShiftOverride override) {
    @Nullable String replace = null;
    @Nullable String by = null;
    @Nullable String add = null;
    @Nullable String remove = null;
    switch (override.change()) {
      case ShiftOverride.Change.Replace change -> {
        replace = change.tam();
        by = change.by();
      }
      case ShiftOverride.Change.Add change -> add = change.tam();
      case ShiftOverride.Change.Remove change -> remove = change.tam();
    }
    return new CalendarDocument.OverrideEntry(
        override.id(),
        override.region(),
        override.start().toString(),
        override.end().toString(),
        replace,
        by,
        add,
        remove,
        override.reason());
  }
}
