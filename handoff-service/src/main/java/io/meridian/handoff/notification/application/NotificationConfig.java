package io.meridian.handoff.notification.application;

import io.meridian.handoff.notification.domain.Patience;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is told when, and through whom. */
@ConfigMapping(prefix = "meridian.notifications")
public interface NotificationConfig {

  /** Where people open the console: the beginning of every link, without a slash at the end. */
  @WithDefault("http://localhost:8080")
  String linkBase();

  /** How long a message waits for more of the same. */
  @WithDefault("PT0.1S")
  Duration gather();

  /** The same for gaps that open. */
  @WithDefault("PT2S")
  Duration gatherGaps();

  /** The same for gaps that close. */
  @WithDefault("PT30S")
  Duration gatherClosings();

  /** How long before the deadline who is asked is reminded. */
  @WithDefault("PT5M")
  Duration reminder();

  /** How long before the boundary the outgoing TAM is told once more what a briefing lacks. */
  @WithDefault("PT10M")
  Duration briefingReminder();

  /** What happened longer ago than this is told to nobody: somebody reads the log anew. */
  @WithDefault("PT1H")
  Duration staleAfter();

  /** How long messages are kept, and longer as long as an escalation that they tell of is open. */
  @WithDefault("P365D")
  Duration keep();

  /** The same of the attempts to deliver them. */
  @WithDefault("P90D")
  Duration keepAttempts();

  /** How long a provider may take, in real time. */
  @WithDefault("PT5S")
  Duration timeout();

  /** Messages under way at once in this replica: read, being sent, or being written down. */
  @WithDefault("256")
  int concurrency();

  /**
   * The same to one mail server or webhook host: while some are being sent, others are read and
   * written down. All must be through before their claims lapse (45 s), however slow the provider
   * is, so at most four times {@link #concurrencyPerProvider}.
   */
  @WithDefault("32")
  int underWayPerProvider();

  /** Calls at once to one mail server or webhook host. */
  @WithDefault("8")
  int concurrencyPerProvider();

  /** The mail server. */
  Smtp smtp();

  /** Messages to URLs. */
  Webhook webhook();

  /** The durations the notices need. */
  default Patience patience() {
    return new Patience(gather(), gatherGaps(), gatherClosings(), reminder(), briefingReminder());
  }

  /** The mail server. */
  interface Smtp {

    /** Without it no mail is sent. */
    Optional<String> host();

    @WithDefault("587")
    int port();

    /** The sender's address. */
    @WithDefault("meridian@localhost")
    String from();

    Optional<String> username();

    Optional<String> password();

    /** DISABLED, OPTIONAL or REQUIRED. */
    @WithDefault("OPTIONAL")
    String startTls();

    /** TLS from the first byte, as on port 465. */
    @WithDefault("false")
    boolean tls();
  }

  /** Messages to URLs. */
  interface Webhook {

    /**
     * Key of the signature of generic webhooks, as Standard Webhooks write it: whsec_ and Base64.
     */
    Optional<String> secret();

    /** Hosts that may be private addresses or speak plain HTTP; nobody else may. */
    Optional<List<String>> allowedHosts();
  }
}
