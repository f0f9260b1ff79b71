package io.meridian.handoff.notification.application;

import io.meridian.audit.retention.Retention;
import io.meridian.handoff.notification.store.DeliveryLog;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** For how long it is known what people were told, and how often it was tried. */
@ApplicationScoped
class MessageRetention implements Retention {
  private final DeliveryLog log;
  private final NotificationConfig config;

  MessageRetention(DeliveryLog log, NotificationConfig config) {
    this.log = log;
    this.config = config;
  }

  @Override
  public Uni<Long> forget(UnitOfWork unit, Instant now) {
    return log.forget(unit, now.minus(config.keep()), STEP)
        .chain(
            messages ->
                log.forgetAttempts(unit, now.minus(config.keepAttempts()), STEP)
                    .map(attempts -> (long) messages + attempts));
  }
}
