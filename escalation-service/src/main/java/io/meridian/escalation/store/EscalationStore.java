package io.meridian.escalation.store;

import io.meridian.escalation.domain.Escalation;
import io.meridian.escalation.domain.EscalationChange;
import io.meridian.escalation.domain.ShortId;
import io.meridian.escalation.domain.TimelineEntry;
import io.meridian.events.ExternalRef;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes one escalation at a time, in the caller's session. */
@ApplicationScoped
public class EscalationStore {

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
          .map(EscalationStore::toDomain);
    }
    return uuid(name)
        .map(
            id ->
                unit.session()
                    .find(EscalationRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                    .map(EscalationStore::toDomain))
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
        .map(EscalationStore::toDomain);
  }

  /** A number never given before, drawn on the unit's own connection. */
  public Uni<Long> nextNumber(UnitOfWork unit) {
    return unit.query("select nextval('escalation_number')")
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /**
   * Saves a change of an escalation that this session has locked, or a new one, with its timeline.
   */
  public Uni<Void> save(UnitOfWork unit, EscalationChange change) {
    Object[] entries =
        change.events().stream()
            .map(event -> new TimelineRow(change.after().id(), TimelineEntry.of(event)))
            .toArray();
    return row(unit, change)
        .chain(() -> unit.session().persistAll(entries))
        .chain(() -> unit.session().flush());
  }

  private static Uni<?> row(UnitOfWork unit, EscalationChange change) {
    return change.before() == null
        ? unit.session().persist(new EscalationRow().accept(change.after()))
        : unit.session()
            .find(EscalationRow.class, change.after().id())
            .invoke(row -> row.accept(change.after()));
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
