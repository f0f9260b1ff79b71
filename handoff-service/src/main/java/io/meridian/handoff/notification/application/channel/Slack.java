package io.meridian.handoff.notification.application.channel;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.domain.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Messages to an incoming webhook of Slack. */
@ApplicationScoped
class Slack implements HookChannel {
  private static final JsonMapper JSON = new JsonMapper();

  private final Hooks hooks;

  Slack(Hooks hooks) {
    this.hooks = hooks;
  }

  @Override
  public ContactChannel.Kind kind() {
    return ContactChannel.Kind.SLACK;
  }

  @Override
  public void send(Dispatch dispatch, Duration patience) throws SendFailure {
    hooks.post(dispatch.channel(), body(dispatch.message()), patience);
  }

  static ObjectNode body(Message message) {
    String text =
        "*%s*\n%s<%s|Open>"
            .formatted(escaped(message.subject()), escaped(message.text()), message.link());
    return JSON.createObjectNode().put("text", text);
  }

  /** Slack reads three characters as its own. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
