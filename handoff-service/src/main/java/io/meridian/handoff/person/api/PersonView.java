package io.meridian.handoff.person.api;

import io.meridian.handoff.calendar.api.Links;
import io.meridian.handoff.person.application.Persons.Known;
import io.meridian.handoff.person.domain.Person;
import io.meridian.handoff.person.domain.PersonDetails;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as callers see them. */
@Schema(name = "KnownPerson", example = PersonView.EXAMPLE)
record PersonView(
    @Schema(description = "the subject of their tokens") String id,
    String name,
    String zone,
    String email,
    @Schema(description = "codes of the regions that they manage") List<String> manages,
    @Schema(
            description =
                "the calendar has them as a TAM by now: name, zone and mail of its entry count")
        boolean onRoster,
    @Schema(description = "counts the changes; the ETag holds it") long revision,
    Instant changedAt,
    Links links) {

  static final String EXAMPLE =
      """
      {"id":"head-hana","name":"Hana Sato","zone":"Asia/Tokyo","email":"hana@example.com",
      "manages":["APAC"],"onRoster":false,"revision":1,"changedAt":"2026-03-08T07:00:00Z",
      "links":{"self":"/api/v1/persons/head-hana"}}""";

  static PersonView of(Known known) {
    Person person = known.person();
    PersonDetails details = person.details();
    return new PersonView(
        person.id(),
        details.name(),
        details.zone().getId(),
        details.email(),
        details.manages(),
        known.onRoster(),
        person.revision(),
        person.changedAt(),
        Links.to("persons", person.id()));
  }
}
