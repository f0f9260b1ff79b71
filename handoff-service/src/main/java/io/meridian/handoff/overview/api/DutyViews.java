package io.meridian.handoff.overview.api;

import io.meridian.events.Person;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Rotation.Tier;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.overview.application.MyShift;
import io.meridian.handoff.overview.domain.TamDuty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where somebody stands in the roster, as their readers see it. */
final class DutyViews {
  private DutyViews() {}

  /** A TAM's entry in the calendar, as far as frames need it. */
  @Schema(name = "MyEntry")
  record MeView(String id, String name, String region, String zone, Tam.Status status) {}

  /** A shift as somebody on it sees it. */
  @Schema(name = "MyPlace")
  record PlaceView(
      UUID id,
      String region,
      @Schema(description = "zone of the shift's pattern") String zone,
      Instant start,
      Instant end,
      @Schema(description = "when their duty ends: shifts that touch are one duty") Instant until,
      Tier tier,
      @Schema(description = "the others of the region meanwhile") List<MateView> with) {}

  /** Somebody else on the shift. */
  @Schema(name = "MyMate")
  record MateView(String id, String name, Tier tier) {}

  /** Who takes over. */
  @Schema(name = "MyAfter")
  record AfterView(
      UUID shiftChangeId,
      String region,
      @Nullable String zone,
      @Schema(description = "the primary, else the secondary; null when the shift is empty")
          @Nullable Person tam,
      @Nullable Person secondary,
      Instant boundary,
      Instant start,
      @Schema(description = "whether a channel of theirs works") boolean reachable) {}

  static MeView me(Tam tam) {
    return new MeView(tam.id(), tam.name(), tam.region(), tam.zone().getId(), tam.status());
  }

  static @Nullable PlaceView place(TamDuty.@Nullable Place place, InForce people) {
    if (place == null) {
      return null;
    }
    Shift shift = place.shift();
    return new PlaceView(
        shift.id(),
        shift.region(),
        shift.zone().getId(),
        shift.start(),
        shift.end(),
        place.until(),
        place.tier(),
        place.with().stream()
            .map(mate -> new MateView(mate.tam(), people.person(mate.tam()).name(), mate.tier()))
            .toList());
  }

  static @Nullable AfterView after(MyShift shift) {
    ShiftChange change = shift.after();
    if (change == null) {
      return null;
    }
    InForce people = shift.people();
    Shift incoming = change.incoming();
    String first = incoming.primary() == null ? incoming.secondary() : incoming.primary();
    String second = incoming.primary() == null ? null : incoming.secondary();
    return new AfterView(
        change.id(),
        change.toRegion(),
        people.region(change.toRegion()).map(region -> region.zone().getId()).orElse(null),
        first == null ? null : people.person(first),
        second == null ? null : people.person(second),
        change.boundary(),
        incoming.start(),
        first != null && people.tam(first).filter(shift.readiness()::isReachable).isPresent());
  }
}
