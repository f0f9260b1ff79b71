package io.meridian.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * New escalations as signed webhooks of a generic integration, each with an external id of its own.
 */
final class AcceptRequests {
  private static final String SEVERITY = "SEV2";

  private final String integrationId;
  private final byte[] secret;
  private final InstantSource clock;
  private int number;

  private record Webhook(byte[] body, Map<String, String> headers) {}

  /**
   * @param secret as the integration was answered it, {@code whsec_…}
   * @param clock the house's clock, by which signatures expire
   */
  AcceptRequests(String integrationId, String secret, InstantSource clock) {
    this.integrationId = integrationId;
    this.secret = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    this.clock = clock;
  }

  /** Where they go. */
  String path() {
    return "/api/v1/intake/generic/" + integrationId;
  }

  /** So many requests nobody has sent before, signed now: valid for five minutes. */
  Iterator<byte[]> next(int count, int port) {
    return next(count, port, n -> SEVERITY);
  }

  /**
   * The same of other severities.
   *
   * @param severity by the request's number, from 0
   */
  Iterator<byte[]> next(int count, int port, IntFunction<String> severity) {
    List<byte[]> requests = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      requests.add(request(number, port, severity.apply(number)));
      number++;
    }
    return requests.iterator();
  }

  private byte[] request(int n, int port, String severity) {
    Webhook webhook = webhook(n, severity);
    return HttpRequests.post("127.0.0.1:" + port, path(), webhook.headers(), webhook.body());
  }

  private Webhook webhook(int n, String severity) {
    byte[] body = body(n, severity).getBytes(StandardCharsets.UTF_8);
    String id = "msg_bench_" + n;
    long at = clock.instant().getEpochSecond();
    return new Webhook(
        body,
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(at),
            "webhook-signature",
            "v1," + signature(id + "." + at + ".", body)));
  }

  /** The payload, also written by the raw comparator. */
  static String body(int n) {
    return body(n, SEVERITY);
  }

  private static String body(int n, String severity) {
    return """
    {"externalId":"B-%d","version":1,"title":"Checkout fails for some customers in the north (%d)",\
    "description":"Since the release of this morning about two in a hundred payments end in an error. The customer \
    has opened a bridge and asks for hourly updates.","severity":"%s","status":"OPEN"}\
    """
        .formatted(n, n, severity);
  }

  private String signature(String prefix, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(prefix.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
