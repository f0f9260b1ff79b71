package io.meridian.handoff.notification.application.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.application.NotificationConfig;
import io.meridian.handoff.notification.domain.Message;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail over a real connection to a server of our own. */
class MailTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-09T14:30:00.1Z"), ZoneOffset.UTC);

  private final Vertx vertx = Vertx.vertx();
  private FakeSmtp server;
  private Mail mail;

  @BeforeEach
  void begin() throws IOException {
    server = new FakeSmtp();
    mail = new Mail(config(server.port()), vertx, CLOCK);
  }

  @AfterEach
  void end() throws IOException {
    mail.close();
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static NotificationConfig config(int port) {
    return new SmallRyeConfigBuilder()
        .withMapping(NotificationConfig.class)
        .withSources(
            new PropertiesConfigSource(
                Map.of(
                    "meridian.notifications.smtp.host",
                    "127.0.0.1",
                    "meridian.notifications.smtp.port",
                    String.valueOf(port),
                    "meridian.notifications.smtp.from",
                    "Meridian <meridian@example.com>"),
                "test",
                100))
        .build()
        .getConfigMapping(NotificationConfig.class);
  }

  private static Dispatch to(String address) {
    return new Dispatch(
        "01959c2e.1",
        new ContactChannel(ContactChannel.Kind.EMAIL, address, Duration.ZERO, 1),
        NotificationKind.INCOMING,
        "zoe",
        Instant.EPOCH,
        new Message("Coming to you: 1 escalation", "Grüße aus Köln", "https://m/handoffs/1"),
        List.of());
  }

  @Test
  void a_mail_has_subject_text_link_and_the_id_of_the_delivery() throws SendFailure {
    mail.send(to("zoe@example.com"), PATIENCE);
    assertThat(server.messages).hasSize(1);
    assertThat(server.messages.getFirst())
        .contains("Message-ID: <01959c2e.1@example.com>")
        .contains("Subject: Coming to you: 1 escalation")
        .contains("To: zoe@example.com")
        .contains("Auto-Submitted: auto-generated")
        .containsOnlyOnce("Date: Mon, 9 Mar 2026 14:30:00 GMT")
        .contains("X-Meridian-Recipient: zoe")
        .contains("https://m/handoffs/1");
  }

  @Test
  void a_repeat_has_the_same_id() throws SendFailure {
    mail.send(to("zoe@example.com"), PATIENCE);
    mail.send(to("zoe@example.com"), PATIENCE);
    assertThat(server.messages)
        .hasSize(2)
        .allMatch(text -> text.contains("Message-ID: <01959c2e.1@example.com>"));
  }

  @Test
  void an_unknown_address_is_refused_for_good_and_its_server_is_not_quoted() {
    assertThatThrownBy(() -> mail.send(to("nobody@example.com"), PATIENCE))
        .isInstanceOf(SendFailure.class)
        .hasMessage("the mail server answered 550")
        .satisfies(e -> assertThat(((SendFailure) e).isForGood()).isTrue());
  }

  @Test
  void a_silent_server_and_a_dead_one_may_be_asked_again() throws IOException {
    server.isSilent = true;
    assertThatThrownBy(() -> mail.send(to("zoe@example.com"), Duration.ofMillis(300)))
        .isInstanceOf(SendFailure.class)
        .satisfies(e -> assertThat(((SendFailure) e).isForGood()).isFalse());
    server.close();
    assertThatThrownBy(() -> mail.send(to("zoe@example.com"), PATIENCE))
        .isInstanceOf(SendFailure.class)
        .satisfies(e -> assertThat(((SendFailure) e).isForGood()).isFalse());
  }
}
