package io.meridian.escalation.intake.api;

import io.meridian.audit.act.Act;
import io.meridian.escalation.intake.application.TicketIntake;
import io.meridian.escalation.intake.domain.IntakeDecision;
import io.meridian.escalation.intake.domain.IntakeOutcome;
import io.meridian.escalation.integration.application.SenderCheck;
import io.meridian.escalation.integration.application.SignedMessage;
import io.meridian.escalation.integration.domain.Integration;
import io.meridian.escalation.integration.domain.IntegrationKind;
import io.meridian.rest.budget.Budget;
import io.meridian.rest.budget.Budgets;
import io.meridian.rest.budget.Budgets.CountsCallers;
import io.meridian.rest.http.AnyQuery;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where ticketing systems send their webhooks, signed by Standard Webhooks. */
@Path("/api/v1/intake")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@AnyQuery
@CountsCallers
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Intake", description = "Signed by Standard Webhooks; no token")
@APIResponse(
    responseCode = "201",
    description = "First sight of the ticket: an escalation opened",
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = IntakeResource.Answer.class)))
@APIResponse(
    responseCode = "200",
    description = "The ticket is known",
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = IntakeResource.Answer.class)))
public class IntakeResource {
  private final SenderCheck senders;
  private final TicketIntake tickets;
  private final ForeignReader reader;
  private final Budgets budgets;

  IntakeResource(SenderCheck senders, TicketIntake tickets, ForeignReader reader, Budgets budgets) {
    this.budgets = budgets;
    this.senders = senders;
    this.tickets = tickets;
    this.reader = reader;
  }

  /** What became of a message. */
  @Schema(name = "IntakeAnswer")
  public record Answer(
      @Schema(
              enumeration = {"CREATED", "UPDATED", "DUPLICATE", "STALE"},
              description =
                  "CREATED: first sight. UPDATED: applied. DUPLICATE: this very message (its"
                      + " webhook-id) was applied last. STALE: older than what is known. The last"
                      + " two changed nothing")
          IntakeOutcome outcome,
      UUID escalationId,
      @Schema(
              description = "Fields that were too long: only their beginning is kept",
              examples = "[\"title\"]")
          List<String> shortened) {}

  @POST
  @Path("/generic/{integrationId}")
  @Operation(summary = "A ticket of any system, in our words")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GenericFields.class)))
  public Uni<RestResponse<Answer>> generic(
      String integrationId, @BeanParam SignatureHeaders headers, byte[] body) {
    return take(
        IntegrationKind.GENERIC,
        integrationId,
        headers,
        body,
        bytes -> new GenericTicket(reader.strict(bytes)));
  }

  @POST
  @Path("/servicenow/{integrationId}")
  @Operation(
      summary = "An incident of ServiceNow",
      description =
          "Fields of the table incident as strings; reference fields as value or {value,"
              + " display_value}. Needs sys_id, sys_mod_count, state and priority (or impact and"
              + " urgency). Fields that are not named here are ignored.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ServiceNowFields.class)))
  public Uni<RestResponse<Answer>> serviceNow(
      String integrationId, @BeanParam SignatureHeaders headers, byte[] body) {
    return take(
        IntegrationKind.SERVICENOW,
        integrationId,
        headers,
        body,
        bytes -> new ServiceNowIncident(reader.loose(bytes)));
  }

  private Uni<RestResponse<Answer>> take(
      IntegrationKind kind,
      String integrationId,
      SignatureHeaders headers,
      byte[] body,
      Function<byte[], ForeignTicket> read) {
    SignedMessage message = headers.of(body);
    return senders
        .sender(kind, integrationId, message)
        .onFailure(Problem.class)
        .transform(refused -> spent("peer " + headers.peer()).orElse((Problem) refused))
        .invoke(
            sender ->
                spent(sender.id().toString())
                    .ifPresent(
                        refusal -> {
                          throw refusal;
                        }))
        .chain(
            sender -> {
              by(sender);
              ForeignTicket ticket = read.apply(message.body());
              return tickets
                  .take(sender, ticket.report(sender, message.deliveryId()))
                  .map(decision -> answer(decision, ticket.shortened()));
            });
  }

  /**
   * What is signed well counts for its integration, what is not for who sent it: nobody spends what
   * another has.
   */
  private Optional<Problem> spent(String caller) {
    return budgets.refusal(Budget.INTAKE, caller);
  }

  /** Who acts is known once the signature is. */
  private static void by(Integration sender) {
    Actor actor = Actor.integration(sender.id().toString());
    Act.current().ifPresent(act -> act.by(actor).enter());
  }

  private static RestResponse<Answer> answer(IntakeDecision decision, List<String> shortened) {
    var answer = new Answer(decision.outcome(), decision.after().id(), shortened);
    return decision.outcome() == IntakeOutcome.CREATED
        ? RestResponse.status(RestResponse.Status.CREATED, answer)
        : RestResponse.ok(answer);
  }
}
