package io.meridian.handoff.calendar.api;

import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.handoff.calendar.application.RosterView;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Shifts of a window. */
@Path("/api/v1/shifts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
public class ShiftResource {

  private final RosterQueries queries;

  ShiftResource(RosterQueries queries) {
    this.queries = queries;
  }

  private record Key(Instant start, UUID id) {
    static Key of(List<String> key) {
      return new Key(Instant.parse(key.get(0)), UUID.fromString(key.get(1)));
    }

    boolean isBefore(Shift shift) {
      int starts = start.compareTo(shift.start());
      return starts < 0 || (starts == 0 && id.compareTo(shift.id()) < 0);
    }
  }

  @GET
  @Operation(
      summary = "Shifts of a window, by start",
      description =
          "Shifts that the window cuts are answered in part. Empty shifts have no primary.")
  public Uni<Page<ShiftView>> list(
      @Parameter(description = "Start of the window") @RestQuery @Nullable Instant from,
      @Parameter(description = "End of the window, at most 24 months later") @RestQuery
          @Nullable Instant to,
      @Parameter(description = "Codes; all regions when left out") @RestQuery
          @Nullable List<String> region,
      @Parameter(description = "Only shifts that this TAM is on, or shadows") @RestQuery
          @Nullable String tam,
      @Parameter(description = "history (the default) or rules") @RestQuery @Nullable String basis,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    Window window = Window.of(from, to);
    PageRequest request = PageRequest.of(limit, cursor);
    Optional<Key> after = request.after(Key::of);
    return queries
        .shifts(window.from(), window.to(), Window.basis(basis))
        .map(view -> page(view, wanted(region, tam), request, after));
  }

  private static Predicate<Shift> wanted(@Nullable List<String> regions, @Nullable String tam) {
    return shift ->
        (regions == null || regions.isEmpty() || regions.contains(shift.region()))
            && (tam == null || shift.onDuty(tam) || shift.shadows().contains(tam));
  }

  private static Page<ShiftView> page(
      RosterView view, Predicate<Shift> wanted, PageRequest request, Optional<Key> after) {
    List<Shift> rows =
        view.shifts().stream()
            .filter(wanted)
            .filter(shift -> after.isEmpty() || after.get().isBefore(shift))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(rows, request, shift -> List.of(shift.start().toString(), shift.id().toString()))
        .map(shift -> ShiftView.of(view.inForce(), shift));
  }
}
