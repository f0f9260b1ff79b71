package io.meridian.local.replay;

import io.meridian.local.client.QuietVertx;
import io.meridian.local.replay.Tally.Outcome;
import io.meridian.local.security.WebhookSigner;
import io.meridian.local.seed.Integration;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;

/** Sends signed messages over keep-alive connections and counts the answers. */
final class IntakeClient implements AutoCloseable {

  private static final int ATTEMPTS_MAX = 60;
  private static final long PAUSE_MILLIS = 500;
  private static final long ANSWER_MILLIS_MAX = 30_000;

  private final Vertx vertx = QuietVertx.create();
  private final HttpClient client;
  private final String url;
  private final WebhookSigner signer;
  private final InstantSource clock;
  private final Tally tally;

  /**
   * @param door the front door
   * @param clock what the house's clock reads: signatures carry the time
   */
  IntakeClient(
      String door, Integration integration, int connections, InstantSource clock, Tally tally) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(connections));
    this.url = door + "/api/v1/intake/" + integration.kind() + "/" + integration.id();
    this.signer = new WebhookSigner(integration.secret());
    this.clock = clock;
    this.tally = tally;
  }

  /** Sends until the intake answers; the future never fails. */
  Future<Void> send(IncidentUpdate update) {
    return send(update, update.deliveryId(), 1);
  }

  private Future<Void> send(IncidentUpdate update, String id, int attempt) {
    return client
        .request(request(update, id))
        .compose(request -> request.send(Buffer.buffer(update.body())))
        .compose(answer -> answer.body().map(body -> new Answer(answer.statusCode(), body)))
        .otherwise(failure -> new Answer(0, Buffer.buffer(String.valueOf(failure.getMessage()))))
        .compose(
            answer ->
                answer.isWorthAnotherTry() && attempt < ATTEMPTS_MAX
                    ? pause().compose(rested -> send(update, id, attempt + 1))
                    : count(answer));
  }

  private RequestOptions request(IncidentUpdate update, String id) {
    long timestamp = clock.instant().getEpochSecond();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setAbsoluteURI(url)
        .setTimeout(ANSWER_MILLIS_MAX)
        .putHeader("content-type", "application/json")
        .putHeader("webhook-id", id)
        .putHeader("webhook-timestamp", Long.toString(timestamp))
        .putHeader("webhook-signature", signer.sign(id, timestamp, update.body()));
  }

  private Future<Void> pause() {
    Promise<Void> rested = Promise.promise();
    vertx.setTimer(PAUSE_MILLIS, timer -> rested.complete());
    return rested.future();
  }

  private Future<Void> count(Answer answer) {
    if (answer.status() == 200 || answer.status() == 201) {
      tally.add(Outcome.valueOf(answer.body().toJsonObject().getString("outcome")));
    } else if (answer.isWorthAnotherTry()) {
      tally.add(Outcome.FAILED, "no answer after " + ATTEMPTS_MAX + " tries: " + answer.reason());
    } else {
      tally.add(Outcome.REJECTED, answer.status() + " " + answer.reason());
    }
    return Future.succeededFuture();
  }

  @Override
  public void close() {
    vertx.close();
  }

  private record Answer(int status, Buffer body) {

    /** An outage or an overload; sending again is safe, since the intake knows the version. */
    boolean isWorthAnotherTry() {
      return status == 0 || status == 429 || status >= 500;
    }

    String reason() {
      if (status == 0 || body.length() == 0 || body.getByte(0) != '{') {
        return body.length() == 0
            ? "no reason given"
            : body.toString().lines().findFirst().orElse("");
      }
      JsonObject problem = body.toJsonObject();
      JsonArray errors = problem.getJsonArray("errors", new JsonArray());
      if (errors.isEmpty()) {
        return problem.getString("detail", problem.getString("title", ""));
      }
      JsonObject first = errors.getJsonObject(0);
      return first.getString("pointer", "") + " " + first.getString("detail", "");
    }
  }
}
