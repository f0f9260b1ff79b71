package io.meridian.handoff.notification.application.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.calendar.domain.ContactChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Posts messages to URLs that people wrote into a calendar. */
@ApplicationScoped
class Hooks {
  private final Egress egress;
  private final Clock clock;

  Hooks(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  /** Returns when the receiver has answered 2xx. */
  void post(ContactChannel to, ObjectNode body, Duration patience) throws SendFailure {
    post(to, bytes(body), Map.of(), patience);
  }

  /** The same with headers of its own. */
  void post(ContactChannel to, byte[] body, Map<String, String> own, Duration patience)
      throws SendFailure {
    Map<String, String> headers = new HashMap<>(own);
    headers.put("content-type", "application/json");
    headers.put("user-agent", "meridian");
    Egress.Answer answer = egress.post(to.address(), headers, body, patience);
    if (answer.status() / 100 != 2) {
      throw failure(answer);
    }
  }

  static byte[] bytes(ObjectNode body) {
    return body.toString().getBytes(UTF_8);
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
