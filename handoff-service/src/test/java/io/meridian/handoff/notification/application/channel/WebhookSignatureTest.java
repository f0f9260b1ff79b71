package io.meridian.handoff.notification.application.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The signature is the one that Standard Webhooks' own libraries verify. */
class WebhookSignatureTest {

  @Test
  void signs_the_example_of_the_specification() {
    var headers =
        new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(UTF_8));
    assertThat(headers)
        .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void a_secret_of_another_form_is_refused_at_the_start() {
    assertThatThrownBy(() -> new WebhookSignature("secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("\"secret\"");
  }
}
