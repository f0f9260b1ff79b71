package io.meridian.bench;

import io.meridian.local.stack.Part;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A TAM accepts a handoff, with the read-back that severe ones need. */
final class Acceptance {
  private static final byte[] BODY =
      "{\"readBack\":\"I have read the briefing and go on\"}".getBytes(StandardCharsets.UTF_8);

  private Acceptance() {}

  static byte[] request(BenchHouse house, String handoff, String tam) {
    return HttpRequests.post(
        "127.0.0.1:" + house.port(Part.HANDOFF),
        "/api/v1/handoffs/" + handoff + "/acceptance",
        Map.of("Authorization", "Bearer " + house.stack().tokens().tam(tam)),
        BODY);
  }
}
