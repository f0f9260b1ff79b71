package io.meridian.handoff.calendar.application.feed;

import biweekly.component.VEvent;
import biweekly.property.RecurrenceRule;
import biweekly.util.ByDay;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which an event repeats (RFC 5545, RRULE). It is followed on the wall, where no clock
 * changes; what the wall times are as instants is for their zone to say.
 */
final class RepeatRule {

  private static final Set<Frequency> FREQUENCIES =
      EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
  private static final int INTERVAL_MAX = 1000;

  private final Recurrence rule;
  private final @Nullable Until until;

  private RepeatRule(Recurrence rule, @Nullable Until until) {
    this.rule = rule;
    this.until = until;
  }

  /** The last start that may be: a day, an instant, or a time on the wall of the event. */
  private record Until(FileTime time, boolean isUtc) {
    boolean isBefore(FileTime start) {
      if (time.isDay()) {
        return time.wall().toLocalDate().isBefore(start.wall().toLocalDate());
      }
      return (isUtc ? time : start.on(time.wall())).start().isBefore(start.start());
    }
  }

  /**
   * The rule of an event.
   *
   * @throws LeaveRefusal when it is none that leave can have
   */
  static @Nullable RepeatRule of(VEvent event, FileTimes times) {
    List<RecurrenceRule> rules = event.getProperties(RecurrenceRule.class);
    if (rules.isEmpty() && event.getExceptionRules().isEmpty()) {
      return null;
    }
    if (rules.size() != 1 || !event.getExceptionRules().isEmpty()) {
      throw new LeaveRefusal("unsupported-rule", "must have one RRULE and no EXRULE");
    }
    Recurrence rule = rules.getFirst().getValue();
    require(rule);
    ICalDate until = rule.getUntil();
    return new RepeatRule(
        rule,
        until == null
            ? null
            : new Until(times.of(rules.getFirst(), until), until.getRawComponents().isUtc()));
  }

  /** The wall times after a first one, which counts as one whether or not the rule makes it. */
  Iterator<LocalDateTime> after(LocalDateTime first) {
    Recurrence endless = new Recurrence.Builder(rule).until((ICalDate) null).count(null).build();
    Iterator<Date> dates =
        endless.getDateIterator(
            Date.from(first.toInstant(ZoneOffset.UTC)), TimeZone.getTimeZone("UTC"));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return dates.hasNext();
      }

      @Override
      public LocalDateTime next() {
        return dates.next().toInstant().atOffset(ZoneOffset.UTC).toLocalDateTime();
      }
    };
  }

  /** Whether the rule has ended before its n-th occurrence, which would start here. */
  boolean isOverAt(FileTime start, int nth) {
    return (rule.getCount() != null && nth > rule.getCount())
        || (until != null && until.isBefore(start));
  }

  /**
   * Requires a rule that can be followed in good time.
   *
   * @throws LeaveRefusal for another
   */
  static void require(Recurrence rule) {
    if (!FREQUENCIES.contains(rule.getFrequency())
        || !(rule.getBySecond().isEmpty()
            && rule.getByMinute().isEmpty()
            && rule.getByHour().isEmpty())) {
      throw refused("must be DAILY, WEEKLY, MONTHLY or YEARLY, without BYHOUR and below");
    }
    if (!rule.getXRules().isEmpty()) {
      throw refused("has parts that nobody knows: " + rule.getXRules().keySet());
    }
    within("INTERVAL", given(rule.getInterval()), 1, INTERVAL_MAX);
    within("COUNT", given(rule.getCount()), 1, Integer.MAX_VALUE);
    within("BYMONTH", rule.getByMonth(), 1, 12);
    around("BYMONTHDAY", rule.getByMonthDay(), 31);
    around("BYYEARDAY", rule.getByYearDay(), 366);
    around("BYWEEKNO", rule.getByWeekNo(), 53);
    around("BYSETPOS", rule.getBySetPos(), 366);
    around(
        "BYDAY", rule.getByDay().stream().map(ByDay::getNum).filter(Objects::nonNull).toList(), 53);
  }

  private static List<Integer> given(@Nullable Integer number) {
    return number == null ? List.of() : List.of(number);
  }

  private static void around(String part, List<Integer> values, int limit) {
    within(part, values, -limit, limit);
    if (values.contains(0)) {
      throw refused("must not have " + part + " 0");
    }
  }

  private static void within(String part, List<Integer> values, int min, int max) {
    if (values.stream().anyMatch(value -> value < min || value > max)) {
      throw refused("must have " + part + " from " + min + " to " + max);
    }
  }

  private static LeaveRefusal refused(String detail) {
    return new LeaveRefusal("unsupported-rule", "has an RRULE that " + detail);
  }
}
