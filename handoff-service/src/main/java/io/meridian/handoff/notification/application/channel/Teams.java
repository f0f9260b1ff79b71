package io.meridian.handoff.notification.application.channel;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.domain.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Messages to a workflow of Microsoft Teams, each an adaptive card of text without markup. */
@ApplicationScoped
class Teams implements HookChannel {
  private static final JsonMapper JSON = new JsonMapper();

  private final Hooks hooks;

  Teams(Hooks hooks) {
    this.hooks = hooks;
  }

  @Override
  public ContactChannel.Kind kind() {
    return ContactChannel.Kind.TEAMS;
  }

  @Override
  public void send(Dispatch dispatch, Duration patience) throws SendFailure {
    hooks.post(dispatch.channel(), body(dispatch.message()), patience);
  }

  static ObjectNode body(Message message) {
    ObjectNode whole = JSON.createObjectNode().put("type", "message");
    whole
        .putArray("attachments")
        .addObject()
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", card(message));
    return whole;
  }

  private static ObjectNode card(Message message) {
    ObjectNode card =
        JSON.createObjectNode()
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("type", "AdaptiveCard")
            .put("version", "1.4");
    ArrayNode parts = card.putArray("body");
    addLine(parts, message.subject()).put("weight", "Bolder");
    message.text().lines().filter(line -> !line.isBlank()).forEach(line -> addLine(parts, line));
    card.putArray("actions")
        .addObject()
        .put("type", "Action.OpenUrl")
        .put("title", "Open")
        .put("url", message.link());
    return card;
  }

  /** A line as it is written: runs of text know no markup, as text blocks do. */
  private static ObjectNode addLine(ArrayNode parts, String line) {
    return parts
        .addObject()
        .put("type", "RichTextBlock")
        .putArray("inlines")
        .addObject()
        .put("type", "TextRun")
        .put("text", line);
  }
}
