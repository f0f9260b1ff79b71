package io.meridian.handoff.notification.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.domain.Line;
import io.meridian.handoff.notification.domain.Message;
import io.meridian.handoff.notification.domain.MessageItem;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Standing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bodies that the receivers' own documentation asks for. */
class MessageBodyTest {
  private static final Instant BOUNDARY = Instant.parse("2026-03-09T15:00:00Z");
  private static final UUID HANDOFF = new UUID(1, 1);

  private static Dispatch dispatch(ContactChannel.Kind kind) {
    var line =
        new Line(
            "ESC-1042", Severity.SEV1, "Emma", "EMEA", "AMER", BOUNDARY, BOUNDARY, BOUNDARY, null);
    var standing = new Standing("Checkout down", EscalationStatus.OPEN, "Acme", null, null);
    return new Dispatch(
        "0198c0de",
        new ContactChannel(kind, "https://hooks.example/x", Duration.ZERO, 0),
        NotificationKind.GAP_OPENED,
        "zoe",
        BOUNDARY,
        new Message("Coming: <b> & more", "first\nsecond", "https://meridian.example/h"),
        List.of(new MessageItem(HANDOFF, new UUID(2, 2), standing, line)));
  }

  private static JsonNode read(ObjectNode body) throws IOException {
    return new JsonMapper().readTree(Hooks.bytes(body));
  }

  @Test
  void slack_gets_one_text_in_which_nothing_is_taken_for_markup() throws IOException {
    JsonNode body = read(Slack.body(dispatch(ContactChannel.Kind.SLACK).message()));
    assertThat(body.fieldNames()).toIterable().containsExactly("text");
    assertThat(body.path("text").asText())
        .isEqualTo(
            "*Coming: &lt;b&gt; &amp; more*\nfirst\nsecond<https://meridian.example/h|Open>");
  }

  @Test
  void teams_gets_a_message_with_one_adaptive_card_that_opens_the_link() throws IOException {
    JsonNode body = read(Teams.body(dispatch(ContactChannel.Kind.TEAMS).message()));
    assertThat(body.path("type").asText()).isEqualTo("message");
    JsonNode attachment = body.path("attachments").path(0);
    assertThat(attachment.path("contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonNode card = attachment.path("content");
    assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.path("body").findValuesAsText("text"))
        .containsExactly("Coming: <b> & more", "first", "second");
    assertThat(card.path("body").findValuesAsText("type")).doesNotContain("TextBlock");
    assertThat(card.path("actions").path(0).path("url").asText())
        .isEqualTo("https://meridian.example/h");
  }

  @Test
  void teams_shows_what_would_be_markup_as_it_was_written() throws IOException {
    String markup = "[pay here](https://evil.example) **now** ![x](https://evil.example/x.png)";
    JsonNode body = read(Teams.body(new Message(markup, markup, "https://meridian.example/h")));

    JsonNode lines = body.path("attachments").path(0).path("content").path("body");
    assertThat(lines).hasSize(2);
    for (JsonNode line : lines) {
      assertThat(line.path("type").asText()).isEqualTo("RichTextBlock");
      assertThat(line.path("inlines").path(0).path("type").asText()).isEqualTo("TextRun");
      assertThat(line.path("inlines").path(0).path("text").asText()).isEqualTo(markup);
    }
  }

  @Test
  void a_webhook_gets_type_instant_and_the_things_it_is_about() throws IOException {
    JsonNode body = read(Webhook.body(dispatch(ContactChannel.Kind.WEBHOOK)));
    assertThat(body.path("type").asText()).isEqualTo("io.meridian.notification.gap-opened");
    assertThat(body.path("timestamp").asText()).isEqualTo("2026-03-09T15:00:00Z");
    JsonNode item = body.path("data").path("items").path(0);
    assertThat(item.path("id").asText()).isEqualTo(HANDOFF.toString());
    assertThat(item.path("escalation").asText()).isEqualTo("ESC-1042");
    assertThat(item.path("severity").asText()).isEqualTo("SEV1");
  }
}
