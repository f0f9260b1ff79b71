package io.meridian.handoff.person.store;

import io.meridian.handoff.person.domain.Person;
import io.meridian.runtime.work.LostRaces;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Persons, one by one, as people edit them. */
@ApplicationScoped
public class PersonRepository {

  /** The person with this id. */
  public Uni<Optional<Person>> find(UnitOfWork unit, String id) {
    return unit.session()
        .find(PersonRow.class, id)
        .map(row -> Optional.ofNullable(row).map(PersonRow::toDomain));
  }

  /**
   * Persons by their ids.
   *
   * @param after only those whose ids come later; empty for all
   */
  public Uni<List<Person>> list(UnitOfWork unit, String after, int limit) {
    return unit.session()
        .createSelectionQuery("from PersonRow where id > :after order by id", PersonRow.class)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList()
        .map(rows -> rows.stream().map(PersonRow::toDomain).toList());
  }

  /**
   * Adds a person; fails with an optimistic lock failure when somebody else has, who was faster.
   */
  public Uni<Void> insert(UnitOfWork unit, Person person) {
    return unit.session().persist(PersonRow.of(person)).chain(() -> LostRaces.flush(unit));
  }

  /**
   * Writes the next revision of a person read in this unit; fails with an optimistic lock failure
   * when somebody else was faster.
   */
  public Uni<Void> update(UnitOfWork unit, Person after) {
    return unit.session()
        .find(PersonRow.class, after.id())
        .invoke(row -> row.accept(after))
        .chain(() -> LostRaces.flush(unit));
  }

  /** Forgets a person read in this unit; fails as {@link #update} does. */
  public Uni<Void> delete(UnitOfWork unit, String id) {
    return unit.session()
        .find(PersonRow.class, id)
        .chain(row -> unit.session().remove(row))
        .chain(() -> LostRaces.flush(unit));
  }
}
