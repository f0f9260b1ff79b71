package io.meridian.console.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendar: who is on when, and why. */
@Path("/calendar")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class CalendarResource {
  private final CalendarReading reading;
  private final WhyReading why;

  CalendarResource(CalendarReading reading, WhyReading why) {
    this.reading = reading;
    this.why = why;
  }

  /**
   * A month or a week; what cannot be read is the present one.
   *
   * @param view {@code agenda}, {@code month} or {@code lanes}
   * @param on a day of it
   * @param region its code; {@code all} for all, absent for the reader's
   * @param mine anything: the reader's own shifts only
   */
  @GET
  public Uni<TemplateInstance> show(
      @QueryParam("view") @Nullable String view,
      @QueryParam("on") @Nullable String on,
      @QueryParam("region") @Nullable String region,
      @QueryParam("mine") @Nullable String mine) {
    return reading
        .page(CalendarFilter.of(view, on, region, mine, reading.today()))
        .map(TemplateInstance.class::cast);
  }

  @GET
  @Path("/shifts/{id}")
  public Uni<TemplateInstance> why(UUID id) {
    return why.page(id).map(TemplateInstance.class::cast);
  }
}
