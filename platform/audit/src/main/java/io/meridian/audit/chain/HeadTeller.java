package io.meridian.audit.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.audit.domain.Head;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.OutboxRow;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.worker.Failures;
import io.meridian.runtime.worker.Workers;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the broker the heads of the chains, in a topic that only this service writes: every hour,
 * and when the service stops, after it has sealed what it has written. Whoever rewrites a chain, or
 * cuts off its tail, cannot take that back.
 */
@ApplicationScoped
class HeadTeller {
  private static final Logger LOG = Logger.getLogger(HeadTeller.class);
  private static final String TYPE = "io.meridian.chain.head.v1";
  private static final String TOPIC_SUFFIX = ".heads";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);
  private static final long LOOK_AGAIN_MILLIS = 20;
  private static final String WAITING = "select count(*) from outbox where topic = $1";

  private final List<SealedChain> chains;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Workers workers;
  private final HeadSignature signature;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration every;
  private final String service;
  private final Semaphore wake = new Semaphore(0);

  HeadTeller(
      @All List<SealedChain> chains,
      Transactions transactions,
      Outbox outbox,
      Workers workers,
      HeadSignature signature,
      ObjectMapper json,
      Clock clock,
      ChainConfig config,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.chains = chains;
    this.transactions = transactions;
    this.outbox = outbox;
    this.workers = workers;
    this.signature = signature;
    this.json = json;
    this.clock = clock;
    this.every = config.headsEvery();
    this.service = service;
  }

  void start(@Observes StartupEvent event) {
    workers.start("heads", this::round, wake::release, () -> {});
  }

  private void round() throws InterruptedException {
    if (!wake.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
      transactions.write(this::tell).await().atMost(PATIENCE);
    }
  }

  /** Before the relay stops: it is to publish what is told here. */
  void stop(@Observes @Priority(0) ShutdownEvent event) throws InterruptedException {
    try {
      transactions.write(unit -> sealAll(unit).chain(() -> tell(unit))).await().atMost(PATIENCE);
      long deadline = System.nanoTime() + LAST_PATIENCE.toNanos();
      while (waiting() > 0 && System.nanoTime() < deadline) {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      }
    } catch (RuntimeException e) {
      LOG.warnf("the heads of the chains are told at the next start: %s", Failures.summary(e));
    }
  }

  private Uni<Void> sealAll(UnitOfWork unit) {
    Uni<Integer> sealed = Uni.createFrom().item(0);
    for (SealedChain chain : chains) {
      sealed = sealed.chain(() -> Sealing.seal(unit, chain));
    }
    return sealed.replaceWithVoid();
  }

  private Uni<Void> tell(UnitOfWork unit) {
    Instant now = clock.instant();
    Uni<Void> told = Uni.createFrom().voidItem();
    for (SealedChain chain : chains) {
      told =
          told.chain(() -> chain.head(unit))
              .chain(
                  head ->
                      outbox.appendRaw(
                          unit, head.position() == 0 ? List.of() : List.of(row(chain, head, now))));
    }
    return told;
  }

  private OutboxRow row(SealedChain chain, Head head, Instant now) {
    ToldHead told = ToldHead.of(service, chain.name(), head, now);
    return new OutboxRow(
        UuidCreator.getTimeOrderedEpoch(),
        service + TOPIC_SUFFIX,
        chain.name(),
        TYPE,
        "/" + service,
        head.position(),
        encode(told.with(signature.of(told.signed()))),
        null,
        now,
        Map.of());
  }

  private String encode(ToldHead head) {
    try {
      return json.writeValueAsString(head);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private long waiting() {
    return transactions
        .read(unit -> unit.query(WAITING, Tuple.of(service + TOPIC_SUFFIX)))
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(LAST_PATIENCE);
  }
}
