package io.meridian.handoff.calendar.api.roster;

import io.meridian.handoff.calendar.application.roster.EntryList;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Entries that belong to a region each, so that those of one can be asked for. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class RegionalEntryResource<E> extends EntryResource<E> {

  RegionalEntryResource(EntryAnswers answers, EntryList<E> list) {
    super(answers, list);
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  public Uni<RestResponse<Object>> list(
      @RestQuery @Nullable String region,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return answers.list(
        list,
        entry -> region == null || entry.path("region").asText().equals(region),
        limit,
        cursor);
  }
}
