package io.meridian.handoff.person.api;

import io.meridian.handoff.person.application.Persons;
import io.meridian.handoff.person.application.Persons.Known;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** People who can be reached and are on no roster. */
@Path("/api/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons")
public class PersonResource {
  private final Persons persons;

  PersonResource(Persons persons) {
    this.persons = persons;
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Make a person known",
      description =
          "A manager, somebody of an account team, an auditor: whoever can be reached and is on no"
              + " roster. Of a TAM of the roster there is an entry in the calendar already: 409."
              + " What they may do is said by their token's roles, not here.")
  @APIResponse(
      responseCode = "201",
      description = "Known",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PersonView.class)))
  public Uni<RestResponse<PersonView>> make(
      @Parameter(description = "Makes retries safe for 24 hours") @HeaderParam("Idempotency-Key")
          @Nullable String key,
      @Valid @NotNull PersonRequests.Create request) {
    return persons
        .make(key, request.id(), request.toDetails())
        .map(
            made ->
                answer(made)
                    .status(RestResponse.Status.CREATED)
                    .location(URI.create(PersonView.of(made).links().self()))
                    .build());
  }

  @GET
  @RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "Persons by their ids")
  public Uni<Page<PersonView>> list(
      @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    return persons.list(PageRequest.of(limit, cursor)).map(page -> page.map(PersonView::of));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "One person")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PersonView.class)))
  public Uni<RestResponse<PersonView>> read(String id) {
    return persons.one(id).map(found -> answer(found).build());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(summary = "Describe a person anew")
  @APIResponse(
      responseCode = "200",
      description = "Described",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PersonView.class)))
  public Uni<RestResponse<PersonView>> describe(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull PersonRequests.Replace request) {
    return persons
        .describe(id, ifMatch, request.toDetails())
        .map(described -> answer(described).build());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Forget a person",
      description =
          "Only what is known of them here: whoever still has a token is let in by it, unless an"
              + " administrator denies them (POST /denials).")
  @APIResponse(responseCode = "204", description = "Forgotten")
  public Uni<Void> forget(String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return persons.forget(id, ifMatch);
  }

  static ResponseBuilder<PersonView> answer(Known known) {
    return ResponseBuilder.ok(PersonView.of(known))
        .header("ETag", ETags.of(known.person().revision()));
  }
}
