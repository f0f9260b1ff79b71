package io.meridian.handoff.calendar.api.roster;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.handoff.calendar.application.roster.EntryList;
import io.meridian.handoff.calendar.application.roster.EntryRule;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * As {@link EntryResource}, of entries that TAMs change as well, as far as a rule lets them: roles
 * belong to methods.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class OpenEntryResource<E> {

  final EntryAnswers answers;
  final EntryList<E> list;

  OpenEntryResource(EntryAnswers answers, EntryList<E> list) {
    this.answers = answers;
    this.list = list;
  }

  /** What the caller may do with the entries. */
  abstract EntryRule<E> rule();

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  public Uni<RestResponse<Object>> read(String id) {
    return answers.read(list, id);
  }

  @POST
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  public Uni<RestResponse<Object>> create(
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
      @Parameter(description = EntryWords.SHOWN) @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      JsonNode body) {
    return answers.create(list, key, ifMatch, dryRun, body, rule());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  public Uni<RestResponse<Object>> replace(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      JsonNode body) {
    return answers.replace(list, id, ifMatch, dryRun, body, rule());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  public Uni<RestResponse<Object>> patch(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun,
      JsonNode body) {
    return answers.patch(list, id, ifMatch, dryRun, body, rule());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  public Uni<RestResponse<Object>> delete(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RestQuery @Nullable Boolean dryRun) {
    return answers.delete(list, id, ifMatch, dryRun, rule());
  }
}
