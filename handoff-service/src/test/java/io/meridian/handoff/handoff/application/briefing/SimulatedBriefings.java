package io.meridian.handoff.handoff.application.briefing;

import io.meridian.handoff.handoff.domain.briefing.BriefingVersion;
import io.meridian.handoff.handoff.domain.briefing.Circumstances;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact;
import io.meridian.handoff.handoff.store.briefing.BriefingStore;
import io.meridian.handoff.handoff.store.briefing.CircumstancesStore;
import io.meridian.handoff.handoff.store.briefing.TimelineStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Briefings of escalations about which nobody has written anything. */
public final class SimulatedBriefings {
  private SimulatedBriefings() {}

  public static Briefings briefings() {
    return new Briefings(new Timelines(), new Versions(), new Unknown());
  }

  @Vetoed
  private static final class Timelines extends TimelineStore {
    @Override
    public Uni<Map<UUID, List<TimelineFact>>> of(UnitOfWork unit, Collection<UUID> escalations) {
      return Uni.createFrom().item(Map.of());
    }
  }

  @Vetoed
  private static final class Unknown extends CircumstancesStore {
    @Override
    public Uni<Map<UUID, Circumstances>> of(UnitOfWork unit, Collection<UUID> escalations) {
      return Uni.createFrom().item(Map.of());
    }
  }

  @Vetoed
  private static final class Versions extends BriefingStore {
    @Override
    public Uni<Void> add(UnitOfWork unit, List<BriefingVersion> versions) {
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> note(UnitOfWork unit, List<Standing> standings) {
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> keepReadBacks(UnitOfWork unit, Map<UUID, String> readBacks) {
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Map<UUID, BriefingVersion>> latest(UnitOfWork unit, Collection<UUID> handoffs) {
      return Uni.createFrom().item(Map.of());
    }
  }
}
