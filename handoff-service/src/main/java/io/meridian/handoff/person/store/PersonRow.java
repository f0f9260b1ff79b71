package io.meridian.handoff.person.store;

import io.meridian.handoff.person.domain.Person;
import io.meridian.handoff.person.domain.PersonDetails;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A person as the table holds them. */
@Entity
@Table(name = "person")
class PersonRow {
  @Id String id;
  String name;
  String zone;
  String email;
  String[] manages;
  Instant changedAt;

  /** Set by us when the row is new, counted up by Hibernate from then on. */
  @Version long revision;

  @SuppressWarnings("NullAway.Init")
  PersonRow() {}

  static PersonRow of(Person person) {
    PersonRow row = new PersonRow();
    row.id = person.id();
    row.revision = person.revision();
    row.accept(person);
    return row;
  }

  /** Takes over everything but the revision. */
  void accept(Person person) {
    PersonDetails details = person.details();
    name = details.name();
    zone = details.zone().getId();
    email = details.email();
    manages = details.manages().toArray(String[]::new);
    changedAt = person.changedAt();
  }

  Person toDomain() {
    return new Person(
        id, new PersonDetails(name, ZoneId.of(zone), email, List.of(manages)), revision, changedAt);
  }
}
