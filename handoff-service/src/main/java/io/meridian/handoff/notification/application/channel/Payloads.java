package io.meridian.handoff.notification.application.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.notification.domain.Line;
import io.meridian.handoff.notification.domain.Message;
import io.meridian.handoff.notification.domain.Told;
import java.util.Locale;

/** Messages as the receivers of webhooks expect them. */
final class Payloads {
  private static final JsonMapper JSON = new JsonMapper();

  private Payloads() {}

  static byte[] of(Dispatch dispatch) {
    ObjectNode body =
        switch (dispatch.channel().kind()) {
          case SLACK -> slack(dispatch.message());
          case TEAMS -> teams(dispatch.message());
          case WEBHOOK, EMAIL -> generic(dispatch);
        };
    return body.toString().getBytes(UTF_8);
  }

  private static ObjectNode slack(Message message) {
    String text =
        "*%s*\n%s<%s|Open>"
            .formatted(escaped(message.subject()), escaped(message.text()), message.link());
    return JSON.createObjectNode().put("text", text);
  }

  /** Slack reads three characters as its own. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static ObjectNode teams(Message message) {
    ObjectNode card =
        JSON.createObjectNode()
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("type", "AdaptiveCard")
            .put("version", "1.4");
    ArrayNode parts = card.putArray("body");
    parts
        .addObject()
        .put("type", "TextBlock")
        .put("text", message.subject())
        .put("weight", "Bolder")
        .put("wrap", true);
    parts
        .addObject()
        .put("type", "TextBlock")
        .put("text", message.text().replace("\n", "\n\n"))
        .put("wrap", true);
    card.putArray("actions")
        .addObject()
        .put("type", "Action.OpenUrl")
        .put("title", "Open")
        .put("url", message.link());
    ObjectNode whole = JSON.createObjectNode().put("type", "message");
    whole
        .putArray("attachments")
        .addObject()
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", card);
    return whole;
  }

  private static ObjectNode generic(Dispatch dispatch) {
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
    for (Told told : dispatch.told()) {
      Line line = told.line();
      items
          .addObject()
          .put("id", told.about().toString())
          .put("escalationId", told.escalationId() == null ? null : told.escalationId().toString())
          .put("escalation", line.escalation())
          .put("severity", line.severity() == null ? null : line.severity().name())
          .put("title", told.title());
    }
    return whole;
  }
}
