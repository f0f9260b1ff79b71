package io.meridian.handoff.notification.application.channel;

import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.application.NotificationConfig;
import io.meridian.handoff.notification.domain.UnreachableCause;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Mail by SMTP. */
@ApplicationScoped
class Mail implements Channel {
  private static final String SERVER = "mail";

  private final NotificationConfig config;
  private final Vertx vertx;
  private final Clock clock;
  private @Nullable MailClient client;

  Mail(NotificationConfig config, Vertx vertx, Clock clock) {
    this.config = config;
    this.vertx = vertx;
    this.clock = clock;
  }

  @Override
  public ContactChannel.Kind kind() {
    return ContactChannel.Kind.EMAIL;
  }

  @Override
  public Optional<UnreachableCause> hindrance() {
    return config.smtp().host().isPresent()
        ? Optional.empty()
        : Optional.of(UnreachableCause.NO_MAIL_SERVER);
  }

  /** All addresses share the mail server. */
  @Override
  public String provider(ContactChannel to) {
    return SERVER;
  }

  @Override
  public String target(ContactChannel to) {
    return to.address();
  }

  @Override
  public void send(Dispatch dispatch, Duration patience) throws SendFailure {
    String from = config.smtp().from();
    MailMessage mail =
        new MailMessage()
            .setFrom(from)
            .setTo(dispatch.channel().address())
            .setSubject(dispatch.message().subject())
            .setText(dispatch.message().body())
            .addHeader("Message-ID", "<" + dispatch.id() + "@" + domain(from) + ">")
            .addHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now()))
            .addHeader("Auto-Submitted", "auto-generated")
            .addHeader("X-Meridian-Recipient", dispatch.recipient());
    try {
      Awaiting.atMost(patience, client().sendMail(mail));
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static SendFailure failure(@Nullable Throwable cause) {
    if (cause instanceof SMTPException refused) {
      String why = "the mail server answered " + refused.getReplyCode();
      return refused.isPermanent() ? SendFailure.forGood(why) : SendFailure.passing(why);
    }
    String why = cause == null ? "unknown" : cause.getClass().getSimpleName();
    return SendFailure.passing("the mail server cannot be asked: " + why);
  }

  /** The domain of an address as {@code a@b} or {@code Name <a@b>}. */
  private static String domain(String from) {
    return from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
  }

  private synchronized MailClient client() {
    MailClient open = client;
    if (open == null) {
      open = MailClient.create(vertx, settings());
      client = open;
    }
    return open;
  }

  private MailConfig settings() {
    NotificationConfig.Smtp smtp = config.smtp();
    int millis = Math.toIntExact(config.timeout().toMillis());
    MailConfig settings =
        new MailConfig()
            .setHostname(smtp.host().orElseThrow())
            .setPort(smtp.port())
            .setStarttls(StartTLSOptions.valueOf(smtp.startTls()))
            .setSsl(smtp.tls())
            .setKeepAlive(true)
            .setMaxPoolSize(config.concurrencyPerProvider());
    settings.setConnectTimeout(millis);
    settings.setIdleTimeout(30);
    smtp.username()
        .ifPresent(
            user ->
                settings
                    .setLogin(LoginOption.REQUIRED)
                    .setUsername(user)
                    .setPassword(smtp.password().orElse("")));
    return settings;
  }

  @PreDestroy
  synchronized void close() {
    if (client != null) {
      client.close();
      client = null;
    }
  }
}
