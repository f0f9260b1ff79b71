package io.meridian.metrics.application;

import io.meridian.events.GapCause;
import io.meridian.events.GapState;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.metrics.domain.GapReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Random gaps that open, close, close otherwise and turn void, told out of order and repeatedly.
 */
final class GapWorld {

  private static final Instant BEGIN = Instant.parse("2026-02-20T00:00:00Z");
  private static final List<String> REGIONS = List.of("APAC", "EMEA", "AMER");
  private static final List<String> TAMS = List.of("tam-kai", "tam-eva", "tam-ana");
  private static final int DAYS = 24;

  private final RandomGenerator random;
  private final List<UUID> customers;
  private final Map<UUID, GapReport> latest = new HashMap<>();
  private final List<GapReport> told = new ArrayList<>();

  GapWorld(RandomGenerator random) {
    this.random = random;
    this.customers = List.of(uuid(), uuid(), uuid());
  }

  /** The truth: the latest report of each gap. */
  Collection<GapReport> latest() {
    return latest.values();
  }

  /** The next reports as they come in: new ones, late ones, duplicates, shuffled. */
  List<GapReport> nextBatch() {
    List<GapReport> batch = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      switch (random.nextInt(10)) {
        case 0, 1 -> repeat(batch);
        case 2, 3, 4 -> batch.addAll(change());
        default -> batch.add(record(opened()));
      }
    }
    for (int i = batch.size() - 1; i > 0; i--) {
      batch.set(i, batch.set(random.nextInt(i + 1), batch.get(i)));
    }
    return batch;
  }

  /** Somewhere in the world's time, half of them within milliseconds of a bucket's edge. */
  Instant anyInstant() {
    Instant at = BEGIN.plusMillis(random.nextLong(Duration.ofDays(DAYS).toMillis()));
    return switch (random.nextInt(6)) {
      case 0 -> hour(at).plusMillis(random.nextInt(-1, 2));
      case 1 -> day(at).plusMillis(random.nextInt(-1, 2));
      case 2 -> day(at);
      default -> at;
    };
  }

  private void repeat(List<GapReport> batch) {
    if (!told.isEmpty()) {
      batch.add(told.get(random.nextInt(told.size())));
    }
  }

  private List<GapReport> change() {
    if (told.isEmpty()) {
      return List.of();
    }
    GapState gap = latest.get(told.get(random.nextInt(told.size())).gap().id()).gap();
    boolean voided = random.nextInt(4) == 0;
    GapReport first = record(new GapReport(next(gap), voided));
    if (random.nextInt(5) > 0) {
      return List.of(first);
    }
    return List.of(record(new GapReport(next(first.gap()), false)), first);
  }

  private GapReport record(GapReport report) {
    told.add(report);
    latest.merge(report.gap().id(), report, GapReport::orLater);
    return report;
  }

  private GapReport opened() {
    Instant start = anyInstant();
    String toRegion = random.nextInt(5) == 0 ? null : any(REGIONS);
    GapState gap =
        new GapState(
            uuid(),
            uuid(),
            "ESC-" + random.nextInt(1000),
            random.nextInt(4) == 0 ? null : any(customers),
            any(List.of(Severity.values())),
            start,
            random.nextInt(3) == 0 ? endAfter(start) : null,
            any(List.of(GapCause.values())),
            any(REGIONS),
            toRegion,
            new Person(any(TAMS), "somebody"),
            null,
            null,
            random.nextBoolean() ? uuid() : null,
            anyAgreement(),
            1,
            start);
    return new GapReport(gap, false);
  }

  private GapState next(GapState gap) {
    @Nullable Instant end = random.nextInt(6) == 0 ? null : endAfter(gap.start());
    @Nullable Person asked =
        gap.asked() != null || random.nextBoolean()
            ? gap.asked()
            : new Person(any(TAMS), "somebody");
    return new GapState(
        gap.id(),
        gap.escalationId(),
        gap.escalation(),
        gap.customerId(),
        random.nextInt(8) == 0 ? Severity.SEV1 : gap.severity(),
        gap.start(),
        end,
        gap.cause(),
        gap.fromRegion(),
        gap.toRegion(),
        gap.accountable(),
        asked,
        asked == null ? null : gap.start(),
        gap.shiftChangeId(),
        random.nextInt(8) == 0 ? anyAgreement() : gap.agreed(),
        gap.revision() + 1,
        gap.changedAt());
  }

  private Instant endAfter(Instant start) {
    return switch (random.nextInt(8)) {
      case 0 -> start;
      case 1 -> hour(start).plus(Duration.ofHours(1));
      case 2 -> start.plus(Duration.ofHours(1)).plusMillis(random.nextInt(-1, 2));
      case 3 -> day(start).plus(Duration.ofDays(1 + random.nextInt(9)));
      case 4 -> start.plusMillis(random.nextLong(Duration.ofDays(8).toMillis()));
      default -> start.plusMillis(random.nextLong(Duration.ofMinutes(50).toMillis()));
    };
  }

  private static Instant hour(Instant at) {
    return at.truncatedTo(ChronoUnit.HOURS);
  }

  private static Instant day(Instant at) {
    return at.truncatedTo(ChronoUnit.DAYS);
  }

  /** One in five is agreed to; of others it is told or not that they are not. */
  private @Nullable Boolean anyAgreement() {
    return random.nextInt(5) == 0 ? Boolean.TRUE : random.nextBoolean() ? Boolean.FALSE : null;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
