package io.meridian.handoff.notification.application.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.calendar.domain.ContactChannel.Kind;
import io.meridian.handoff.notification.application.NotificationConfig;
import io.meridian.handoff.notification.domain.UnreachableCause;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which channel takes an address, and what is said of it. */
class ChannelsTest {
  private static final Map<String, String> NO_MAIL = Map.of();
  private static final Map<String, String> MAIL =
      Map.of("meridian.notifications.smtp.host", "mail.example.com");

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void end() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private List<Channel> all(Map<String, String> properties) {
    NotificationConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(NotificationConfig.class)
            .withSources(new PropertiesConfigSource(properties, "test", 100))
            .build()
            .getConfigMapping(NotificationConfig.class);
    Hooks hooks = new Hooks(new Egress(config, vertx), Clock.systemUTC());
    return List.of(
        new Mail(config, vertx, Clock.systemUTC()),
        new Slack(hooks),
        new Teams(hooks),
        new Webhook(hooks, config, Clock.systemUTC()));
  }

  private static ContactChannel to(Kind kind, String address) {
    return new ContactChannel(kind, address, Duration.ZERO, 1);
  }

  @Test
  void each_kind_of_address_has_the_channel_that_takes_it() {
    Channels channels = new Channels(all(MAIL));
    for (Kind kind : Kind.values()) {
      assertThat(channels.of(to(kind, "x")).kind()).isEqualTo(kind);
    }
  }

  @Test
  void nothing_starts_while_a_kind_has_no_channel() {
    List<Channel> some = all(MAIL).stream().filter(c -> c.kind() != Kind.TEAMS).toList();
    assertThatThrownBy(() -> new Channels(some))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no channel takes [TEAMS]");
  }

  @Test
  void nobody_is_reached_by_mail_without_a_mail_server_and_by_urls_they_are() {
    Channels channels = new Channels(all(NO_MAIL));
    assertThat(channels.of(to(Kind.EMAIL, "zoe@example.com")).hindrance())
        .contains(UnreachableCause.NO_MAIL_SERVER);
    assertThat(channels.of(to(Kind.SLACK, "https://hooks.example/x")).hindrance()).isEmpty();
    assertThat(new Channels(all(MAIL)).of(to(Kind.EMAIL, "zoe@example.com")).hindrance()).isEmpty();
  }

  @Test
  void mail_shares_its_server_and_names_the_address() {
    ContactChannel zoe = to(Kind.EMAIL, "zoe@example.com");
    Channel mail = new Channels(all(MAIL)).of(zoe);
    assertThat(mail.provider(zoe)).isEqualTo("mail");
    assertThat(mail.target(zoe)).isEqualTo("zoe@example.com");
  }

  @Test
  void of_a_url_only_the_host_is_named_and_shared() {
    Channels channels = new Channels(all(MAIL));
    for (Kind kind : List.of(Kind.SLACK, Kind.TEAMS, Kind.WEBHOOK)) {
      ContactChannel room = to(kind, "https://Hooks.Example:8443/services/secret");
      assertThat(channels.of(room).provider(room)).isEqualTo("hooks.example:8443");
      assertThat(channels.of(room).target(room)).isEqualTo("hooks.example:8443");
      ContactChannel broken = to(kind, "no url");
      assertThat(channels.of(broken).target(broken)).isEqualTo("no-url");
    }
  }
}
