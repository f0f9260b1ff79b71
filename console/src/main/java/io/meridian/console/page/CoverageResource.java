package io.meridian.console.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Coverage: twelve months of days, and their holes. */
@Path("/coverage")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class CoverageResource {
  private final CoverageReading reading;

  CoverageResource(CoverageReading reading) {
    this.reading = reading;
  }

  @GET
  public Uni<TemplateInstance> show() {
    return reading.page().map(TemplateInstance.class::cast);
  }
}
