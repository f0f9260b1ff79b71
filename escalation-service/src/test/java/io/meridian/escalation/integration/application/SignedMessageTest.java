package io.meridian.escalation.integration.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/** The vector of Standard Webhooks, and what is close to it. */
class SignedMessageTest {
  private static final SecretKey KEY = WebhookSecret.key("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final SecretKey OTHER = WebhookSecret.key(WebhookSecret.generate());
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIMESTAMP = "1614265330";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final Instant SENT = Instant.ofEpochSecond(1614265330);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static boolean believed(String id, String timestamp, String signature, byte[] body) {
    return new SignedMessage(id, timestamp, signature, body)
        .isAuthentic(List.of(KEY), SENT, TOLERANCE);
  }

  private static boolean believedAt(Instant now) {
    return new SignedMessage(ID, TIMESTAMP, SIGNATURE, BODY)
        .isAuthentic(List.of(KEY), now, TOLERANCE);
  }

  @Test
  void the_published_vector_is_believed() {
    assertThat(believed(ID, TIMESTAMP, SIGNATURE, BODY)).isTrue();
  }

  @Test
  void one_of_several_signatures_is_enough() {
    String wrong = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    assertThat(believed(ID, TIMESTAMP, wrong + " " + SIGNATURE, BODY)).isTrue();
    assertThat(believed(ID, TIMESTAMP, wrong, BODY)).isFalse();
  }

  @Test
  void any_of_the_believed_keys_is_enough() {
    var message = new SignedMessage(ID, TIMESTAMP, SIGNATURE, BODY);

    assertThat(message.isAuthentic(List.of(OTHER, KEY), SENT, TOLERANCE)).isTrue();
    assertThat(message.isAuthentic(List.of(OTHER), SENT, TOLERANCE)).isFalse();
  }

  @Test
  void any_changed_byte_breaks_the_signature() {
    assertThat(believed(ID, TIMESTAMP, SIGNATURE, "{\"test\":2432232314}".getBytes(UTF_8)))
        .isFalse();
    assertThat(believed(ID + "x", TIMESTAMP, SIGNATURE, BODY)).isFalse();
    assertThat(believed(ID, "1614265331", SIGNATURE, BODY)).isFalse();
    assertThat(believed(ID, TIMESTAMP, SIGNATURE.replace("v1,", "v2,"), BODY)).isFalse();
  }

  @Test
  void an_old_message_and_one_from_the_future_are_not_believed() {
    assertThat(believedAt(SENT.plus(TOLERANCE))).isTrue();
    assertThat(believedAt(SENT.minus(TOLERANCE))).isTrue();
    assertThat(believedAt(SENT.plus(TOLERANCE).plusMillis(1))).isFalse();
    assertThat(believedAt(SENT.minus(TOLERANCE).minusMillis(1))).isFalse();
  }

  @Test
  void missing_and_malformed_headers_are_not_believed() {
    assertThat(believed(null, TIMESTAMP, SIGNATURE, BODY)).isFalse();
    assertThat(believed(ID, null, SIGNATURE, BODY)).isFalse();
    assertThat(believed(ID, TIMESTAMP, null, BODY)).isFalse();
    assertThat(believed(ID, TIMESTAMP, "v1,%%%", BODY)).isFalse();
    assertThat(believed(ID, TIMESTAMP, "", BODY)).isFalse();
    assertThat(believed(ID, "soon", SIGNATURE, BODY)).isFalse();
    assertThat(believed(ID, "9223372036854775807", SIGNATURE, BODY)).isFalse();
  }

  @Test
  void an_id_that_the_signature_does_not_cover_letter_by_letter_is_not_believed() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(KEY);
    mac.update(("msg_?." + TIMESTAMP + ".").getBytes(UTF_8));
    String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(BODY));

    assertThat(believed("msg_?", TIMESTAMP, signature, BODY)).isTrue();
    assertThat(believed("msg_é", TIMESTAMP, signature, BODY)).isFalse();
  }

  /** Signatures worked out elsewhere, over the bytes of a file, with wrong ones beside them. */
  @Test
  void the_vectors_of_others_are_believed_and_the_wrong_ones_beside_them_are_not()
      throws IOException {
    for (JsonNode vector : new ObjectMapper().readTree(file("vectors.json")).path("vectors")) {
      SecretKey key = WebhookSecret.key(vector.path("secret").asText());
      Instant clock = Instant.parse(vector.path("clock").asText());
      JsonNode headers = vector.path("headers");
      byte[] body = file(vector.path("file").asText());
      Predicate<String> believed =
          signature ->
              new SignedMessage(
                      headers.path("webhook-id").asText(),
                      headers.path("webhook-timestamp").asText(),
                      signature,
                      body)
                  .isAuthentic(List.of(key), clock, TOLERANCE);

      assertThat(believed).accepts(headers.path("webhook-signature").asText());
      assertThat(vector.path("wrong")).isNotEmpty();
      vector.path("wrong").forEach(wrong -> assertThat(believed).rejects(wrong.asText()));
    }
  }

  private static byte[] file(String name) throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/cases/intake", name));
  }
}
