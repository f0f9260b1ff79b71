package io.meridian.handoff.notification.application.channel;

import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.domain.UnreachableCause;
import java.time.Duration;
import java.util.Optional;

/** A way to reach people: one class for each kind that a calendar knows. */
public interface Channel {

  /** The kind of the addresses it takes. */
  ContactChannel.Kind kind();

  /** Why nobody can be reached by it as the service is configured; empty when they can. */
  default Optional<UnreachableCause> hindrance() {
    return Optional.empty();
  }

  /** What addresses share that fail together: the mail server, or a host. */
  String provider(ContactChannel to);

  /** The address without what could be a secret. */
  String target(ContactChannel to);

  /**
   * Returns when the provider has taken the message. Blocks the thread.
   *
   * @throws SendFailure when it did not, or did not answer in time; it may have taken it then
   */
  void send(Dispatch dispatch, Duration patience) throws SendFailure;
}
