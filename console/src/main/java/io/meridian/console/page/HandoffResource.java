package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.HandoffService;
import io.meridian.console.session.Reader;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the incoming TAM must know, with nothing to look up elsewhere. */
@Path("/handoffs/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class HandoffResource {
  private final HandoffService handoffs;
  private final HandoffViews views;
  private final Reader reader;

  HandoffResource(@RestClient HandoffService handoffs, HandoffViews views, Reader reader) {
    this.handoffs = handoffs;
    this.views = views;
    this.reader = reader;
  }

  @GET
  public Uni<TemplateInstance> show(UUID id) {
    return read(handoffs.handoff(reader.bearer(), id)).chain(views::page).map(page -> page);
  }
}
