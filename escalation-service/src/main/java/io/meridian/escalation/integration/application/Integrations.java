package io.meridian.escalation.integration.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.escalation.integration.domain.Integration;
import io.meridian.escalation.integration.domain.IntegrationKind;
import io.meridian.escalation.integration.store.IntegrationRepository;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.seal.SecretSeal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Admits other systems, gives them new secrets, and revokes them. */
@ApplicationScoped
public class Integrations {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Transactions transactions;
  private final IntegrationRepository store;
  private final Outbox outbox;
  private final SecretSeal seal;
  private final Senders senders;
  private final IntegrationConfig config;
  private final Clock clock;

  Integrations(
      Transactions transactions,
      IntegrationRepository store,
      Outbox outbox,
      SecretSeal seal,
      Senders senders,
      IntegrationConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.outbox = outbox;
    this.seal = seal;
    this.senders = senders;
    this.config = config;
    this.clock = clock;
  }

  /**
   * An integration and a secret just made.
   *
   * @param secret told this once; only its seal is stored
   */
  public record Issued(Integration integration, String secret) {}

  public Uni<Issued> create(IntegrationKind kind, String name, String by) {
    String secret = WebhookSecret.generate();
    Integration created =
        Integration.create(
            UuidCreator.getTimeOrderedEpoch(), kind, name, seal.seal(secret), by, clock.instant());
    return transactions
        .write(unit -> store.insert(unit, created).invoke(() -> audit(unit, created, "admitted")))
        .invoke(senders::forget)
        .replaceWith(new Issued(created, secret));
  }

  /**
   * Gives the integration a new secret; the old one is believed for the configured overlap.
   *
   * @throws Problem 404 for an unknown one, 409 for a revoked one
   */
  public Uni<Issued> rotate(UUID id) {
    String secret = WebhookSecret.generate();
    String sealed = seal.seal(secret);
    return change(
            id,
            "rotated",
            integration -> {
              if (!integration.isActive()) {
                throw Problem.conflict("integration-revoked", "The integration is revoked");
              }
              return integration.rotate(sealed, clock.instant(), config.rotationOverlap());
            })
        .map(rotated -> new Issued(rotated, secret));
  }

  /**
   * Believes the integration no longer; a second time changes nothing.
   *
   * @throws Problem 404 for an unknown one
   */
  public Uni<Integration> revoke(UUID id) {
    return change(id, "revoked", integration -> integration.revoke(clock.instant()));
  }

  private Uni<Integration> change(UUID id, String what, UnaryOperator<Integration> change) {
    return transactions
        .write(
            unit ->
                store
                    .lock(unit, id)
                    .map(found -> found.orElseThrow(() -> unknown(id)))
                    .chain(found -> save(unit, found, change.apply(found), what)))
        .invoke(senders::forget);
  }

  private Uni<Integration> save(
      UnitOfWork unit, Integration before, Integration after, String what) {
    if (after == before) {
      return Uni.createFrom().item(before);
    }
    return store.update(unit, after).invoke(() -> audit(unit, after, what)).replaceWith(after);
  }

  /** No event tells of integrations: they are nobody else's business. */
  private void audit(UnitOfWork unit, Integration integration, String what) {
    outbox.changed(unit, "integration", integration.id().toString(), what, integration);
  }

  /**
   * One integration.
   *
   * @throws Problem 404 for an unknown one
   */
  public Uni<Integration> find(UUID id) {
    return transactions
        .read(unit -> store.find(unit, id))
        .map(found -> found.orElseThrow(() -> unknown(id)));
  }

  /** A page of all integrations, revoked ones too, in the order of their creation. */
  public Uni<Page<Integration>> list(PageRequest page) {
    UUID after = page.after(key -> UUID.fromString(key.getFirst())).orElse(BEFORE_ALL);
    return transactions
        .read(unit -> store.list(unit, after, page.limit() + 1))
        .map(rows -> Page.of(rows, page, row -> List.of(row.id().toString())));
  }

  private static Problem unknown(UUID id) {
    return Problem.notFound("integration", id);
  }
}
