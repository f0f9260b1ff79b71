package io.meridian.handoff.notification.application.channel;

import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.application.NotificationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Messages posted to URLs: chat rooms, and anything that verifies a signature. */
@ApplicationScoped
class Webhooks {
  private final Egress egress;
  private final Optional<WebhookSignature> signature;
  private final Clock clock;

  Webhooks(Egress egress, NotificationConfig config, Clock clock) {
    this.egress = egress;
    this.signature = config.webhook().secret().map(WebhookSignature::new);
    this.clock = clock;
  }

  /** Returns when the receiver has answered 2xx. */
  void send(Dispatch dispatch, Duration patience) throws SendFailure {
    byte[] body = Payloads.of(dispatch);
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("user-agent", "meridian");
    if (dispatch.channel().kind() == ContactChannel.Kind.WEBHOOK) {
      headers.putAll(signed(dispatch, body));
    }
    Egress.Answer answer = egress.post(dispatch.channel().address(), headers, body, patience);
    if (answer.status() / 100 != 2) {
      throw failure(answer);
    }
  }

  private Map<String, String> signed(Dispatch dispatch, byte[] body) throws SendFailure {
    WebhookSignature known =
        signature.orElseThrow(
            () -> SendFailure.forGood("meridian.notifications.webhook.secret is not set"));
    return known.headers(dispatch.id(), clock.instant(), body);
  }

  private SendFailure failure(Egress.Answer answer) {
    int status = answer.status();
    String why = "answered " + status;
    boolean passes = status >= 500 || status == 408 || status == 425 || status == 429;
    if (!passes) {
      return SendFailure.forGood(why);
    }
    boolean says = status == 429 || status == 503;
    Duration asked = says ? RetryAfter.of(answer.retryAfter(), clock.instant()) : null;
    return SendFailure.passing(asked == null ? why : why + ", retry after " + asked, asked);
  }
}
