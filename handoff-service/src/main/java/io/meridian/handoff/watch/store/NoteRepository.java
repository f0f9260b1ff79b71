package io.meridian.handoff.watch.store;

import io.meridian.handoff.watch.domain.Note;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The notes of shift changes, one each. */
@ApplicationScoped
public class NoteRepository {

  /** The note of a shift change. */
  public Uni<Optional<Note>> find(UnitOfWork unit, UUID shiftChange) {
    return unit.session()
        .find(NoteRow.class, shiftChange)
        .map(row -> Optional.ofNullable(row).map(NoteRow::toDomain));
  }

  /** The same, locked until the transaction ends. */
  public Uni<Optional<Note>> lock(UnitOfWork unit, UUID shiftChange) {
    return unit.session()
        .find(NoteRow.class, shiftChange, LockModeType.PESSIMISTIC_WRITE)
        .map(row -> Optional.ofNullable(row).map(NoteRow::toDomain));
  }

  /** Writes a version; the first one is a row of its own. */
  public Uni<Void> write(UnitOfWork unit, Note note) {
    return unit.session()
        .find(NoteRow.class, note.shiftChangeId())
        .chain(
            row -> {
              if (row == null) {
                return unit.session().persist(NoteRow.of(note));
              }
              row.write(note);
              return Uni.createFrom().voidItem();
            })
        .chain(() -> unit.session().flush());
  }
}
