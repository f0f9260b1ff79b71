package io.meridian.handoff.notification.application.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hands a message over on its channel. */
@ApplicationScoped
public class Providers {
  private final Mail mail;
  private final Webhooks webhooks;

  Providers(Mail mail, Webhooks webhooks) {
    this.mail = mail;
    this.webhooks = webhooks;
  }

  /**
   * Returns when the provider has taken it. Blocks the thread.
   *
   * @throws SendFailure when it did not, or did not answer in time; it may have taken it then
   */
  public void send(Dispatch dispatch, Duration patience) throws SendFailure {
    switch (dispatch.channel().kind()) {
      case EMAIL -> mail.send(dispatch, patience);
      case SLACK, TEAMS, WEBHOOK -> webhooks.send(dispatch, patience);
    }
  }
}
