package io.meridian.handoff.person.api;

import io.meridian.handoff.calendar.domain.TimeZones;
import io.meridian.handoff.person.domain.PersonDetails;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.text.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send about persons. */
final class PersonRequests {
  private static final String REGION = "[A-Za-z][A-Za-z0-9_-]{0,31}";
  private static final int REGIONS_MAX = 50;
  private static final String MANAGES = "codes of the regions that they manage";

  private PersonRequests() {}

  /** The body of POST. */
  @Schema(
      name = "PersonCreate",
      example =
          """
          {"id":"head-hana","name":"Hana Sato","zone":"Asia/Tokyo","email":"hana@example.com",
          "manages":["APAC"]}""")
  public record Create(
      @NotNull @Pattern(regexp = Actor.ID_FORM) @Schema(description = "the subject of their tokens")
          String id,
      @NotBlank @Size(max = 200) @Pattern(regexp = OneLine.REGEX, message = OneLine.MESSAGE)
          String name,
      @NotBlank @Size(max = 64) String zone,
      @NotNull
          @Pattern(regexp = OneLine.MAIL_ADDRESS, message = "must be a mail address")
          @Size(max = 320)
          String email,
      @Size(max = REGIONS_MAX) @Schema(nullable = true, description = MANAGES)
          @Nullable List<@NotNull @Pattern(regexp = REGION) String> manages) {

    PersonDetails toDetails() {
      return details(name, zone, email, manages);
    }
  }

  /** The body of PUT. */
  @Schema(
      name = "PersonReplace",
      example =
          """
          {"name":"Hana Sato","zone":"Asia/Tokyo","email":"hana@example.com","manages":["APAC"]}""")
  public record Replace(
      @NotBlank @Size(max = 200) @Pattern(regexp = OneLine.REGEX, message = OneLine.MESSAGE)
          String name,
      @NotBlank @Size(max = 64) String zone,
      @NotNull
          @Pattern(regexp = OneLine.MAIL_ADDRESS, message = "must be a mail address")
          @Size(max = 320)
          String email,
      @Size(max = REGIONS_MAX) @Schema(nullable = true, description = MANAGES)
          @Nullable List<@NotNull @Pattern(regexp = REGION) String> manages) {

    PersonDetails toDetails() {
      return details(name, zone, email, manages);
    }
  }

  /** What a person decides about themselves. */
  @Schema(name = "MyPersonChange", example = "{\"zone\":\"Asia/Tokyo\"}")
  public record Own(@NotBlank @Size(max = 64) String zone) {

    ZoneId toZone() {
      return zoneOf(zone);
    }
  }

  private static PersonDetails details(
      String name, String zone, String email, @Nullable List<String> manages) {
    return new PersonDetails(
        name.strip(), zoneOf(zone), email, manages == null ? List.of() : manages);
  }

  private static ZoneId zoneOf(String zone) {
    return TimeZones.named(zone)
        .orElseThrow(
            () ->
                Problem.invalid(
                    "/zone",
                    "unknown-zone",
                    "must be a name of the IANA time-zone database, as Europe/London"));
  }
}
