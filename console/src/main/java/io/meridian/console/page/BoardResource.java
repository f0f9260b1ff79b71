package io.meridian.console.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a manager looks at over a boundary. */
@Path("/board")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class BoardResource {
  private final BoardReading reading;

  BoardResource(BoardReading reading) {
    this.reading = reading;
  }

  @GET
  public Uni<TemplateInstance> show() {
    return reading.page().map(TemplateInstance.class::cast);
  }
}
