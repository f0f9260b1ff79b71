package io.meridian.handoff.person.api;

import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.person.application.Persons;
import io.meridian.handoff.person.application.Persons.Known;
import io.meridian.handoff.person.application.Persons.Self;
import io.meridian.handoff.person.domain.PersonDetails;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Role;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who the caller is, and what those decide about themselves who are on no roster. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class MeResource {
  private static final String TAM =
      """
      {"subject":"tam-kai","roles":["tam"],"tam":{"id":"tam-kai","name":"Kai Tan","region":"APAC",
      "zone":"Asia/Singapore","status":"ACTIVE"},"leads":["APAC"],"person":null}\
      """;
  private static final String HEAD =
      """
      {"subject":"head-hana","roles":["manager"],"tam":null,"leads":[],"person":{"name":"Hana Sato",
      "zone":"Asia/Tokyo","email":"hana@example.com","manages":["APAC"],"onRoster":false}}\
      """;

  private final Persons persons;
  private final Caller caller;

  MeResource(Persons persons, Caller caller) {
    this.persons = persons;
    this.caller = caller;
  }

  /** Who the caller is. */
  @Schema(name = "Me")
  record MeView(
      String subject,
      List<String> roles,
      @Schema(description = "their entry in the calendar; null for who has none")
          @Nullable TamView tam,
      @Schema(description = "the regions that they lead") List<String> leads,
      @Schema(description = "what is known of them beside the roster; null for nothing")
          @Nullable MyPersonView person) {}

  /** The caller's entry in the calendar. */
  @Schema(name = "MyTam")
  record TamView(String id, String name, String region, String zone, Tam.Status status) {

    static TamView of(Tam tam) {
      return new TamView(tam.id(), tam.name(), tam.region(), tam.zone().getId(), tam.status());
    }
  }

  /** What is known of the caller beside the roster. */
  @Schema(name = "MyPerson")
  record MyPersonView(
      String name,
      String zone,
      String email,
      @Schema(description = "codes of the regions that they manage") List<String> manages,
      @Schema(description = "name, zone and mail of their entry in the calendar count, not these")
          boolean onRoster) {

    static MyPersonView of(Known known) {
      PersonDetails details = known.person().details();
      return new MyPersonView(
          details.name(),
          details.zone().getId(),
          details.email(),
          details.manages(),
          known.onRoster());
    }
  }

  @GET
  @RolesAllowed({
    Roles.TAM,
    Roles.MANAGER,
    Roles.OBSERVER,
    Roles.INTEGRATION,
    Roles.AUDITOR,
    Roles.ADMIN
  })
  @Operation(summary = "Who I am: roles, entry in the calendar, regions that I lead or manage")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MeView.class),
              examples = {
                @ExampleObject(name = "a TAM", value = TAM),
                @ExampleObject(name = "a head of region", value = HEAD)
              }))
  public Uni<MeView> me() {
    return persons.self(caller.id()).map(this::view);
  }

  private MeView view(Self self) {
    InForce calendar = self.calendar();
    String subject = caller.id();
    return new MeView(
        subject,
        Stream.of(Role.values()).filter(caller::is).map(Role::wireName).toList(),
        calendar.tam(subject).map(TamView::of).orElse(null),
        calendar.calendar().regions().stream()
            .filter(region -> region.lead().equals(subject))
            .map(Region::code)
            .sorted()
            .toList(),
        self.person().map(MyPersonView::of).orElse(null));
  }

  @GET
  @Path("/person")
  @RolesAllowed({Roles.MANAGER, Roles.OBSERVER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(
      summary = "What is known of me beside the roster",
      description = "As /persons/{id} answers it; its tag is wanted to change it.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PersonView.class)))
  public Uni<RestResponse<PersonView>> person() {
    return persons.one(caller.id()).map(found -> PersonResource.answer(found).build());
  }

  @PATCH
  @Path("/person")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed({Roles.MANAGER, Roles.OBSERVER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(
      summary = "Set my zone",
      description =
          "Everything else is decided by managers and administrators. TAMs of the roster set theirs"
              + " with PATCH /me/tam.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PersonView.class)))
  public Uni<RestResponse<PersonView>> change(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull PersonRequests.Own request) {
    return persons
        .move(caller.id(), ifMatch, request.toZone())
        .map(changed -> PersonResource.answer(changed).build());
  }
}
