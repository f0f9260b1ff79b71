package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;

import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import io.meridian.events.SlaPolicyEvent;
import io.meridian.events.SlaPolicyState;
import io.meridian.events.SlaTarget;
import io.meridian.events.Stakeholder;
import io.meridian.events.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What other services tell while a scene is played; each call waits until it is known here. */
final class Elsewhere {
  private final Scene scene;

  Elsewhere(Scene scene) {
    this.scene = scene;
  }

  /** The severity of an escalation changes. */
  void regrade(UUID id, long revision, Severity severity, Instant at) {
    EscalationState before = scene.opened(id);
    EscalationState after =
        new EscalationState(
            id,
            before.shortId(),
            before.title(),
            null,
            severity,
            before.status(),
            before.customerId(),
            before.tags(),
            null,
            before.serviceHours(),
            before.homeRegion(),
            before.openedAt(),
            null,
            null,
            null,
            revision,
            at);
    scene
        .kafka()
        .publish(new EscalationEvent.SeverityChanged("emma", before.severity(), null, after));
    await()
        .until(
            () ->
                scene
                        .sql(
                            "select 1 from escalation where id = $1 and severity = $2",
                            id,
                            severity.name())
                        .size()
                    > 0);
  }

  /** The ticket of an escalation says more. */
  void describe(UUID id, long revision, String description, String url, Instant at) {
    EscalationState before = scene.opened(id);
    EscalationState after =
        new EscalationState(
            id,
            before.shortId(),
            before.title(),
            description,
            before.severity(),
            EscalationStatus.ACKNOWLEDGED,
            before.customerId(),
            before.tags(),
            new ExternalRef("zendesk", "4711", revision, url),
            before.serviceHours(),
            before.homeRegion(),
            before.openedAt(),
            at,
            null,
            null,
            revision,
            at);
    scene.kafka().publish(new EscalationEvent.Updated("zendesk", List.of("description"), after));
    await()
        .until(
            () ->
                scene
                        .sql(
                            "select 1 from escalation_text where escalation_id = $1"
                                + " and revision = $2",
                            id,
                            revision)
                        .size()
                    > 0);
  }

  /** A GOLD customer of EMEA, with these people who want to be told. */
  UUID customer(Stakeholder... stakeholders) {
    UUID id = UUID.randomUUID();
    scene
        .kafka()
        .publish(
            new CustomerEvent.StakeholdersChanged(
                new CustomerState(
                    id,
                    "Acme",
                    Tier.GOLD,
                    "EMEA",
                    null,
                    List.of(),
                    Map.of(),
                    List.of(stakeholders),
                    true,
                    2,
                    Scene.at("08:00"))));
    await().until(() -> scene.sql("select 1 from customer where id = $1", id).size() > 0);
    return id;
  }

  /** What customers of GOLD are promised. */
  void promise(long revision, SlaTarget... targets) {
    var policy = new SlaPolicyState(Tier.GOLD, List.of(targets), revision, Scene.at("08:00"));
    scene.kafka().publish(new SlaPolicyEvent.Changed("mia", policy));
    await()
        .until(
            () -> scene.sql("select 1 from sla_policy where revision >= $1", revision).size() > 0);
  }
}
