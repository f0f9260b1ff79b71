package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.console.client.CustomerService;
import io.meridian.console.client.EscalationService;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.NoAnswer;
import io.meridian.console.session.Reader;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.Messages;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A page for everything that an answer of the services links to and that has no screen yet. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class FactsResource {
  private static final int LIST_MAX = 100;

  private final CustomerService customers;
  private final EscalationService escalations;
  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final Messages messages;

  FactsResource(
      @RestClient CustomerService customers,
      @RestClient EscalationService escalations,
      @RestClient HandoffService handoffs,
      Reader reader,
      Frames frames,
      Messages messages) {
    this.customers = customers;
    this.escalations = escalations;
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.messages = messages;
  }

  @GET
  @Path("/escalations")
  public Uni<TemplateInstance> escalations() {
    return list(messages.escalations(), escalations.escalations(reader.bearer(), LIST_MAX));
  }

  @GET
  @Path("/customers")
  public Uni<TemplateInstance> customers() {
    return list(messages.customers(), customers.customers(reader.bearer(), LIST_MAX));
  }

  @GET
  @Path("/customers/{id}")
  public Uni<TemplateInstance> customer(String id) {
    return read(customers.customer(reader.bearer(), id))
        .map(one -> page(name(one, id), "/customers", messages.customers(), one));
  }

  @GET
  @Path("/sla-policies/{tier}")
  public Uni<TemplateInstance> slaPolicy(String tier) {
    return read(customers.slaPolicy(reader.bearer(), tier))
        .map(one -> page(tier, "/customers", messages.customers(), one));
  }

  @GET
  @Path("/integrations")
  public Uni<TemplateInstance> integrations() {
    return list(messages.integrations(), escalations.integrations(reader.bearer(), LIST_MAX));
  }

  @GET
  @Path("/integrations/{id}")
  public Uni<TemplateInstance> integration(String id) {
    return read(escalations.integration(reader.bearer(), id))
        .map(one -> page(name(one, id), "/integrations", messages.integrations(), one));
  }

  @GET
  @Path("/notifications")
  public Uni<TemplateInstance> notifications() {
    return list(messages.notifications(), handoffs.notifications(reader.bearer(), LIST_MAX));
  }

  @GET
  @Path("/notifications/{id}")
  public Uni<TemplateInstance> notification(String id) {
    return read(handoffs.notification(reader.bearer(), id))
        .map(
            one ->
                page(
                    one.path("subject").asText(id),
                    "/notifications",
                    messages.notifications(),
                    one));
  }

  private static String name(JsonNode one, String id) {
    return one.path("name").asText(id);
  }

  private TemplateInstance page(String title, String back, String backLabel, JsonNode one) {
    return new FactsPage(
        frames.frame(ForeignText.plain(title)), back, backLabel, new Facts(frames.times()).of(one));
  }

  /** A list is a page also while its service is silent. */
  private Uni<TemplateInstance> list(String title, Uni<JsonNode> asked) {
    Frame frame = frames.frame(title);
    return read(asked)
        .map(
            page ->
                new ListPage(frame, true, Facts.items(page), page.path("nextCursor").isTextual()))
        .onFailure(NoAnswer.class)
        .recoverWithItem(() -> new ListPage(frame, false, List.of(), false))
        .map(TemplateInstance.class::cast);
  }
}
