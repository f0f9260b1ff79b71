package io.meridian.console.time;

import io.meridian.console.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Instants as one reader sees them now: in their zone first, then in the other party's where the
 * clock there shows something else, the date whenever it is not today.
 */
public final class TimeLabels {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Further away than this, how long it takes says less than the date. */
  private static final Duration COUNTED_MAX = Duration.ofHours(12);

  private final Messages messages;
  private final ZoneId zone;
  private final Instant now;

  /**
   * Labels of one page.
   *
   * @param zone the reader's
   * @param now of the house
   */
  public TimeLabels(Messages messages, ZoneId zone, Instant now) {
    this.messages = messages;
    this.zone = zone;
    this.now = now;
  }

  /** Now, of the house. */
  public Instant now() {
    return now;
  }

  /** The reader's zone. */
  public ZoneId zone() {
    return zone;
  }

  /** {@code 15:00}, or {@code Tue 1 Dec 15:00}. */
  public TimeLabel at(Instant instant) {
    return at(instant, null);
  }

  /** {@code 15:00 · 10:00 New York}: also in the zone of the other party, where it differs. */
  public TimeLabel at(Instant instant, @Nullable ZoneId other) {
    return label(instant, clock(instant) + otherParty(instant, other), false);
  }

  /** {@code in 12 min (15:00)}; far away, the time alone. */
  public TimeLabel within(Instant instant) {
    return within(instant, null);
  }

  /** The same, also in the zone of the other party. */
  public TimeLabel within(Instant instant, @Nullable ZoneId other) {
    String clock = clock(instant) + otherParty(instant, other);
    Duration left = Duration.between(now, instant);
    if (left.abs().compareTo(COUNTED_MAX) > 0) {
      return label(instant, clock, false);
    }
    return label(instant, messages.counted(counted(left), clock), true);
  }

  /** {@code 10:00–18:00}, also in the zone of the other party. */
  public TimeLabel between(Instant start, Instant end, @Nullable ZoneId other) {
    String text = clock(start) + "–" + hours(end, zone);
    if (differs(start, other)) {
      text = messages.elsewhere(text, hours(start, other) + "–" + hours(end, other), city(other));
    }
    return label(start, text, false);
  }

  /** {@code 10:00–18:00} of a day that is named beside it, also in the zone of the other party. */
  public TimeLabel hours(Instant start, Instant end, @Nullable ZoneId other) {
    String here = hours(start, zone) + "–" + hours(end, zone);
    return label(
        start,
        differs(start, other)
            ? messages.elsewhere(here, hours(start, other) + "–" + hours(end, other), city(other))
            : here,
        false);
  }

  /** {@code 15:04}, in any zone. */
  public static String clockIn(Instant instant, ZoneId where) {
    return hours(instant, where);
  }

  /** {@code 1 h 5 min}, never below a minute unless it is nothing. */
  public String lasting(Duration duration) {
    long minutes = duration.toMinutes();
    return minutes < 60
        ? messages.minutes(minutes)
        : minutes % 60 == 0
            ? messages.hours(minutes / 60)
            : messages.hoursAndMinutes(minutes / 60, minutes % 60);
  }

  private String counted(Duration left) {
    Duration rounded = left.isNegative() ? left.negated() : left.plusSeconds(59);
    return left.isNegative() ? messages.ago(lasting(rounded)) : messages.in(lasting(rounded));
  }

  /** The clock in the reader's zone, with the date unless it is today there. */
  private String clock(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    String time = CLOCK.format(local);
    if (local.toLocalDate().equals(today)) {
      return time;
    }
    boolean sameYear = local.getYear() == today.getYear();
    return (sameYear ? DAY : DAY_OF_YEAR).format(local) + " " + time;
  }

  private String otherParty(Instant instant, @Nullable ZoneId other) {
    return differs(instant, other)
        ? messages.there(hours(instant, other) + daysApart(instant, other), city(other))
        : "";
  }

  private boolean differs(Instant instant, @Nullable ZoneId other) {
    return other != null
        && !other.getRules().getOffset(instant).equals(zone.getRules().getOffset(instant));
  }

  private String daysApart(Instant instant, @Nullable ZoneId other) {
    long days =
        ChronoUnit.DAYS.between(
            instant.atZone(zone).toLocalDate(), instant.atZone(orUtc(other)).toLocalDate());
    return days == 0 ? "" : days > 0 ? messages.daysLater(days) : messages.daysEarlier(-days);
  }

  private static String hours(Instant instant, @Nullable ZoneId where) {
    return CLOCK.format(instant.atZone(orUtc(where)));
  }

  private static String city(@Nullable ZoneId where) {
    return Zones.city(orUtc(where));
  }

  private static ZoneId orUtc(@Nullable ZoneId where) {
    return where == null ? ZoneOffset.UTC : where;
  }

  private static TimeLabel label(Instant instant, String text, boolean counted) {
    return new TimeLabel(instant.toString(), text, UTC.format(instant), counted);
  }
}
