package io.meridian.console.client;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What handoff-service tells as it happens. It is heard by Vert.x's client and not by a REST
 * client, which takes no notice of a connection that is closed under it; and by connections of its
 * own, so that a page never waits for one that a stream has. No thread waits for anything.
 */
@Singleton
public class HandoffStream {
  private static final Logger LOG = Logger.getLogger(HandoffStream.class);
  private static final String PATH = "/api/v1/handoffs/stream";
  private static final Duration CONNECT_MAX = Duration.ofSeconds(1);

  /** The service sends a beat every 15 s. */
  private static final Duration SILENCE_MAX = Duration.ofSeconds(40);

  private static final int OK = 200;
  private static final int STREAMS_MAX = 2_000;

  /** Events that may wait for a slow browser; with more it is cut off, and comes back. */
  private static final int WAITING_MAX = 256;

  private final HttpClient http;
  private final String url;

  HandoffStream(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.rest-client.handoff-service.url") String service) {
    http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_MAX.toMillis())
                .setIdleTimeout((int) SILENCE_MAX.toSeconds()),
            new PoolOptions().setHttp1MaxSize(STREAMS_MAX));
    url = service + PATH;
  }

  /**
   * Listens for whose token this is, until the stream is refused, ends, breaks or falls silent.
   *
   * @param lastEventId the id of the last event that was heard; null for none
   */
  public Multi<StreamEvent> listen(String bearer, @Nullable String lastEventId) {
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(url)
            .putHeader(HttpHeaders.AUTHORIZATION, bearer)
            .putHeader(HttpHeaders.ACCEPT, MediaType.SERVER_SENT_EVENTS);
    if (lastEventId != null) {
      request.putHeader("Last-Event-ID", lastEventId);
    }
    return Multi.createFrom()
        .<StreamEvent>emitter(events -> ask(request, events), WAITING_MAX)
        .onFailure()
        .recoverWithCompletion();
  }

  private void ask(RequestOptions options, MultiEmitter<? super StreamEvent> events) {
    http.request(options)
        .compose(
            request -> {
              events.onTermination(() -> request.connection().close());
              return request.send();
            })
        .onSuccess(answer -> hear(answer, events))
        .onFailure(broken -> end(events, broken));
  }

  private static void hear(HttpClientResponse answer, MultiEmitter<? super StreamEvent> events) {
    if (answer.statusCode() != OK) {
      LOG.debugf("a stream is refused: %d", answer.statusCode());
      events.complete();
      return;
    }
    RecordParser lines = RecordParser.newDelimited("\n", answer);
    lines.handler(new EventLines(events::emit));
    lines.endHandler(ended -> events.complete());
    lines.exceptionHandler(broken -> end(events, broken));
  }

  private static void end(MultiEmitter<? super StreamEvent> events, Throwable broken) {
    LOG.debugf(broken, "a stream broke");
    events.complete();
  }

  /** Whoever listens goes elsewhere, and holds up no shutdown. */
  void stop(@Observes ShutdownDelayInitiatedEvent shutdown) {
    http.close();
  }
}
