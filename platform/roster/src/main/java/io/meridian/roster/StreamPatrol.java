package io.meridian.roster;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Ends the streams of TAMs whom the roster has no longer. */
@ApplicationScoped
class StreamPatrol {
  private static final Logger LOG = Logger.getLogger(StreamPatrol.class);

  private final Standings standings;
  private final Duration pause;

  /**
   * @param pause how often the roster is asked about who listens
   */
  StreamPatrol(
      Standings standings,
      @ConfigProperty(name = "meridian.roster.patrol", defaultValue = "PT30S") Duration pause) {
    this.standings = standings;
    this.pause = pause;
  }

  /** Watches whoever listens until they stop. */
  void watch(String subject, RoutingContext exchange) {
    long timer =
        exchange.vertx().setPeriodic(pause.toMillis(), due -> endIfGone(subject, exchange));
    exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
  }

  private void endIfGone(String subject, RoutingContext exchange) {
    standings
        .of(subject)
        .subscribe()
        .with(
            found -> {
              if (!found.isThere()) {
                exchange.response().reset();
              }
            },
            failure ->
                LOG.warnf("The roster does not say whether who listens is there: %s", failure));
  }
}
