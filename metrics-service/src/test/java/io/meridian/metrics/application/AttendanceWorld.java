package io.meridian.metrics.application;

import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.GapCause;
import io.meridian.events.GapState;
import io.meridian.events.Person;
import io.meridian.events.RestCause;
import io.meridian.events.RestState;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.metrics.domain.AttendanceGrouping;
import io.meridian.metrics.domain.AttendanceSums;
import io.meridian.metrics.domain.GapReport;
import io.meridian.metrics.domain.RestReport;
import io.meridian.metrics.domain.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Random escalations whose open time is cut into what was attended, gaps, agreed ones and rests,
 * and the reports of these: out of order, repeated, with what was thought before and what never
 * was. The last part of an open escalation goes on.
 */
final class AttendanceWorld {

  private static final Instant BEGIN = Instant.parse("2026-02-20T00:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(24);
  private static final List<String> REGIONS = List.of("APAC", "EMEA");
  private static final List<String> TAMS = List.of("tam-kai", "tam-eva", "tam-ana");

  private enum Kind {
    ATTENDED,
    GAP,
    AGREED,
    RESTING
  }

  private record Escalation(
      UUID id,
      Severity severity,
      @Nullable UUID customer,
      @Nullable ServiceHours hours,
      Instant opened,
      @Nullable Instant closed) {}

  private record Part(
      UUID id,
      Escalation escalation,
      Kind kind,
      Instant start,
      @Nullable Instant end,
      String region,
      String tam) {}

  private final RandomGenerator random;
  private final List<UUID> customers;
  private final List<Part> parts = new ArrayList<>();
  private final List<GapReport> gaps = new ArrayList<>();
  private final List<RestReport> rests = new ArrayList<>();
  private final List<EscalationState> states = new ArrayList<>();

  AttendanceWorld(RandomGenerator random) {
    this.random = random;
    this.customers = List.of(uuid(), uuid());
    for (int i = 0; i < 12; i++) {
      addEscalation();
    }
  }

  List<List<GapReport>> gapReports() {
    return batches(gaps);
  }

  List<List<RestReport>> restReports() {
    return batches(rests);
  }

  List<List<EscalationState>> escalations() {
    return batches(states);
  }

  Window anyWindow() {
    Instant a = anyInstant();
    Instant b = anyInstant();
    return a.isBefore(b) ? new Window(a, b.plusMillis(1)) : new Window(b, a.plusMillis(1));
  }

  /** Later than all that has ended. */
  Instant anyAsOf() {
    return BEGIN.plus(LENGTH).plusMillis(random.nextLong(Duration.ofDays(3).toMillis()));
  }

  /** The definition, part by part. */
  Map<String, AttendanceSums> sums(AttendanceGrouping grouping, Window window, Instant asOf) {
    Map<String, AttendanceSums> groups = new HashMap<>();
    for (Part part : parts) {
      for (Window piece : days(inside(part, window, asOf))) {
        long millis = piece.millis();
        boolean isTold = grouping.tellsOpen() || part.kind() != Kind.ATTENDED;
        if (isTold) {
          String key = key(grouping, part, piece.from());
          AttendanceSums more =
              new AttendanceSums(
                  key,
                  null,
                  grouping.tellsOpen() ? millis : 0,
                  part.kind() == Kind.GAP ? millis : 0,
                  part.kind() == Kind.AGREED ? millis : 0,
                  part.kind() == Kind.RESTING ? millis : 0);
          groups.merge(key, more, AttendanceSums::plus);
        }
      }
    }
    return groups;
  }

  /** How long somebody attended, in all. */
  long attended(Window window, Instant asOf) {
    return parts.stream()
        .filter(part -> part.kind() == Kind.ATTENDED)
        .flatMap(part -> days(inside(part, window, asOf)).stream())
        .mapToLong(Window::millis)
        .sum();
  }

  private void addEscalation() {
    Instant opened = anyInstant();
    boolean isOpen = random.nextInt(3) == 0;
    Instant until = opened.plusMillis(1 + random.nextLong(Duration.ofDays(9).toMillis()));
    Instant end = until.isBefore(BEGIN.plus(LENGTH)) ? until : BEGIN.plus(LENGTH).plusMillis(1);
    Escalation escalation =
        new Escalation(
            uuid(),
            any(List.of(Severity.values())),
            random.nextInt(4) == 0 ? null : any(customers),
            random.nextInt(3) == 0 ? null : any(List.of(ServiceHours.values())),
            opened,
            isOpen ? null : end);
    states.add(state(escalation, null, 1));
    states.add(state(escalation, escalation.closed(), 2));
    Instant at = opened;
    while (at.isBefore(end)) {
      Instant next = at.plusMillis(1 + random.nextLong(Duration.ofHours(30).toMillis()));
      boolean isLast = !next.isBefore(end);
      addPart(
          new Part(
              uuid(),
              escalation,
              any(List.of(Kind.values())),
              at,
              isLast ? escalation.closed() : next,
              any(REGIONS),
              any(TAMS)));
      at = next;
    }
  }

  private void addPart(Part part) {
    parts.add(part);
    switch (part.kind()) {
      case ATTENDED -> {
        if (random.nextBoolean()) {
          rests.add(new RestReport(rest(part, null, 1), false));
          rests.add(new RestReport(rest(part, null, 2), true));
        }
      }
      case GAP, AGREED -> {
        gaps.add(new GapReport(gap(part, null, 1), false));
        gaps.add(new GapReport(gap(part, part.end(), 2), false));
      }
      case RESTING -> {
        rests.add(new RestReport(rest(part, null, 1), false));
        rests.add(new RestReport(rest(part, part.start().plusMillis(5), 2), random.nextBoolean()));
        rests.add(new RestReport(rest(part, part.end(), 3), false));
      }
    }
  }

  private static RestState rest(Part part, @Nullable Instant end, long revision) {
    Escalation about = part.escalation();
    return new RestState(
        part.id(),
        about.id(),
        "ESC-1",
        about.customer(),
        about.severity(),
        part.start(),
        end,
        RestCause.HOME_HOURS,
        part.region(),
        new Person(part.tam(), "somebody"),
        revision,
        part.start());
  }

  private static GapState gap(Part part, @Nullable Instant end, long revision) {
    Escalation about = part.escalation();
    return new GapState(
        part.id(),
        about.id(),
        "ESC-1",
        about.customer(),
        about.severity(),
        part.start(),
        end,
        GapCause.COVERAGE_HOLE,
        part.region(),
        null,
        new Person(part.tam(), "somebody"),
        null,
        null,
        null,
        part.kind() == Kind.AGREED,
        revision,
        part.start());
  }

  private static EscalationState state(Escalation about, @Nullable Instant closed, long revision) {
    return new EscalationState(
        about.id(),
        "ESC-1",
        "Mail is down",
        null,
        about.severity(),
        closed == null ? EscalationStatus.OPEN : EscalationStatus.CLOSED,
        about.customer(),
        List.of(),
        null,
        about.hours(),
        null,
        about.opened(),
        null,
        null,
        closed,
        revision,
        about.opened());
  }

  private static String key(AttendanceGrouping grouping, Part part, Instant at) {
    Escalation about = part.escalation();
    return switch (grouping) {
      case SERVICE_HOURS -> hours(about).name();
      case SEVERITY -> about.severity().name();
      case CUSTOMER -> about.customer() == null ? "" : about.customer().toString();
      case WEEK -> {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        yield "%d-W%02d"
            .formatted(
                day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      }
      case REGION -> part.region();
      case TAM -> part.tam();
    };
  }

  private static ServiceHours hours(Escalation about) {
    return about.hours() == null ? ServiceHours.of(about.severity()) : about.hours();
  }

  private static Window inside(Part part, Window window, Instant asOf) {
    Instant end = part.end() == null ? asOf : part.end();
    Instant from = part.start().isBefore(window.from()) ? window.from() : part.start();
    Instant to = end.isAfter(window.to()) ? window.to() : end;
    return new Window(from, to.isBefore(from) ? from : to);
  }

  private static List<Window> days(Window whole) {
    List<Window> days = new ArrayList<>();
    Instant at = whole.from();
    while (at.isBefore(whole.to())) {
      Instant midnight =
          LocalDate.ofInstant(at, ZoneOffset.UTC)
              .plusDays(1)
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC);
      Instant end = midnight.isBefore(whole.to()) ? midnight : whole.to();
      days.add(new Window(at, end));
      at = end;
    }
    return days;
  }

  /** Shuffled, some of them twice, in two batches. */
  private <T> List<List<T>> batches(List<T> reports) {
    List<T> told = new ArrayList<>(reports);
    reports.stream().filter(report -> random.nextInt(4) == 0).forEach(told::add);
    for (int i = told.size() - 1; i > 0; i--) {
      told.set(i, told.set(random.nextInt(i + 1), told.get(i)));
    }
    int half = told.size() / 2;
    return List.of(told.subList(0, half), told.subList(half, told.size()));
  }

  private Instant anyInstant() {
    return BEGIN.plusMillis(random.nextLong(LENGTH.toMillis()));
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
