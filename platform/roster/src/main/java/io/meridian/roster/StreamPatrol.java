package io.meridian.roster;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Ends the streams of those who would not be let in any more. */
@ApplicationScoped
public class StreamPatrol {
  private static final Logger LOG = Logger.getLogger(StreamPatrol.class);

  private final Duration pause;

  /**
   * @param pause how often it is asked whether who listens still may
   */
  StreamPatrol(
      @ConfigProperty(name = "meridian.roster.patrol", defaultValue = "PT30S") Duration pause) {
    this.pause = pause;
  }

  /**
   * Watches whoever listens until they stop.
   *
   * @param isLetIn whether they would be let in now
   */
  public void watch(RoutingContext exchange, Supplier<Uni<Boolean>> isLetIn) {
    long timer = exchange.vertx().setPeriodic(pause.toMillis(), due -> look(exchange, isLetIn));
    exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
  }

  private static void look(RoutingContext exchange, Supplier<Uni<Boolean>> isLetIn) {
    isLetIn
        .get()
        .subscribe()
        .with(
            may -> {
              if (!may) {
                exchange.response().reset();
              }
            },
            failure -> LOG.warnf("Whether who listens still may is not known: %s", failure));
  }
}
