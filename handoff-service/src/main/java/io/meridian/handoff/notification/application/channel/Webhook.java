package io.meridian.handoff.notification.application.channel;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.application.NotificationConfig;
import io.meridian.handoff.notification.domain.Line;
import io.meridian.handoff.notification.domain.MessageItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Messages to anything that verifies a signature. */
@ApplicationScoped
class Webhook implements HookChannel {
  private static final JsonMapper JSON = new JsonMapper();

  private final Hooks hooks;
  private final Optional<WebhookSignature> signature;
  private final Clock clock;

  Webhook(Hooks hooks, NotificationConfig config, Clock clock) {
    this.hooks = hooks;
    this.signature = config.webhook().secret().map(WebhookSignature::new);
    this.clock = clock;
  }

  @Override
  public ContactChannel.Kind kind() {
    return ContactChannel.Kind.WEBHOOK;
  }

  @Override
  public void send(Dispatch dispatch, Duration patience) throws SendFailure {
    byte[] body = Hooks.bytes(body(dispatch));
    hooks.post(dispatch.channel(), body, signed(dispatch, body), patience);
  }

  private Map<String, String> signed(Dispatch dispatch, byte[] body) throws SendFailure {
    WebhookSignature known =
        signature.orElseThrow(
            () -> SendFailure.forGood("meridian.notifications.webhook.secret is not set"));
    return known.headers(dispatch.id(), clock.instant(), body);
  }

  static ObjectNode body(Dispatch dispatch) {
    String kind = dispatch.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    ObjectNode whole =
        JSON.createObjectNode()
            .put("type", "io.meridian.notification." + kind)
            .put("timestamp", dispatch.occurredAt().toString());
    ObjectNode data =
        whole
            .putObject("data")
            .put("id", dispatch.id())
            .put("recipient", dispatch.recipient())
            .put("subject", dispatch.message().subject())
            .put("text", dispatch.message().text())
            .put("link", dispatch.message().link());
    ArrayNode items = data.putArray("items");
    for (MessageItem item : dispatch.items()) {
      Line line = item.line();
      items
          .addObject()
          .put("id", item.about().toString())
          .put("escalationId", item.escalationId() == null ? null : item.escalationId().toString())
          .put("escalation", line.escalation())
          .put("severity", line.severity() == null ? null : line.severity().name())
          .put("title", item.title());
    }
    return whole;
  }
}
