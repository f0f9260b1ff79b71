package io.meridian.escalation.escalation.store;

import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.ShortId;
import io.meridian.escalation.escalation.domain.TimelineEntry;
import io.meridian.events.EscalationEvent;
import io.meridian.events.ExternalRef;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes one escalation at a time. */
@ApplicationScoped
public class EscalationRepository {

  /**
   * The escalation, locked until the transaction ends.
   *
   * @param name its id, or its short id
   */
  public Uni<Optional<Escalation>> lock(UnitOfWork unit, String name) {
    OptionalLong number = ShortId.parse(name);
    if (number.isPresent()) {
      return unit.session()
          .createQuery("from EscalationRow where number = ?1", EscalationRow.class)
          .setParameter(1, number.getAsLong())
          .setLockMode(LockModeType.PESSIMISTIC_WRITE)
          .getSingleResultOrNull()
          .map(EscalationRepository::toDomain);
    }
    return uuid(name)
        .map(
            id ->
                unit.session()
                    .find(EscalationRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                    .map(EscalationRepository::toDomain))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  /** The escalation that stands for another system's record, locked. */
  public Uni<Optional<Escalation>> lock(UnitOfWork unit, ExternalRef ref) {
    return unit.session()
        .createQuery(
            "from EscalationRow where externalSystem = ?1 and externalId = ?2", EscalationRow.class)
        .setParameter(1, ref.system())
        .setParameter(2, ref.id())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResultOrNull()
        .map(EscalationRepository::toDomain);
  }

  /** Saves a new escalation with its timeline. */
  public Uni<Void> open(UnitOfWork unit, Escalation opened, List<EscalationEvent> events) {
    return unit.session()
        .persist(new EscalationRow().accept(opened))
        .chain(() -> writeTimeline(unit, events));
  }

  /** Saves what became of an escalation that this unit has locked, with its timeline. */
  public Uni<Void> change(UnitOfWork unit, Escalation after, List<EscalationEvent> events) {
    return unit.session()
        .find(EscalationRow.class, after.id())
        .invoke(row -> row.accept(after))
        .chain(() -> writeTimeline(unit, events));
  }

  private static Uni<Void> writeTimeline(UnitOfWork unit, List<EscalationEvent> events) {
    Object[] entries =
        events.stream()
            .map(event -> new TimelineRow(event.escalation().id(), TimelineEntry.of(event)))
            .toArray();
    return unit.session().persistAll(entries).chain(() -> unit.session().flush());
  }

  private static Optional<Escalation> toDomain(@Nullable EscalationRow row) {
    return Optional.ofNullable(row).map(EscalationRow::toDomain);
  }

  static Optional<UUID> uuid(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
