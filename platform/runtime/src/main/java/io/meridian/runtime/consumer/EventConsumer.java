package io.meridian.runtime.consumer;

import io.meridian.events.Event;
import io.meridian.events.Topic;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** Takes events in batches, each event with effect once. Every CDI bean of this type is run. */
public interface EventConsumer {

  /**
   * What the consumer is called in this service, for ever: its offsets and claims are kept under
   * the name. Lower case letters, digits and hyphens.
   */
  String name();

  /** The topics it reads. */
  Set<Topic> topics();

  /**
   * The kinds of events it wants; a supertype stands for all that are of it. Events of other kinds
   * in its topics are passed over by their type: neither read nor claimed. A type that this version
   * does not know may be one it should want, so that it is a dead letter for every consumer.
   */
  default Set<Class<? extends Event>> wants() {
    return Set.of(Event.class);
  }

  /**
   * Applies events in the transaction {@code tx}, which also records that they were applied. Events
   * of one key come in order; across keys and topics there is no order. A failure that passes by
   * itself (an outage, a lost race) is tried again for ever; any other is narrowed down to the
   * event that causes it, which goes to the dead letters.
   *
   * @param batch 1 to 2,000 events that it wants, none applied before
   */
  Uni<Void> apply(UnitOfWork unit, List<Received> batch);
}
