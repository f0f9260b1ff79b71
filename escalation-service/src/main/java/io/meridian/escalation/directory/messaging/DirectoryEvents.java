package io.meridian.escalation.directory.messaging;

import io.meridian.escalation.directory.application.DirectoryReplica;
import io.meridian.events.ApiTokenEvent;
import io.meridian.events.CalendarEvent;
import io.meridian.events.DenialEvent;
import io.meridian.events.Event;
import io.meridian.events.Topic;
import io.meridian.roster.denial.Denials;
import io.meridian.roster.token.ApiTokens;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Keeps the directory of regions and TAMs as the calendar has it, and whom nobody lets in. */
@ApplicationScoped
class DirectoryEvents implements EventConsumer {
  private final DirectoryReplica replica;
  private final Denials denials;
  private final ApiTokens tokens;

  DirectoryEvents(DirectoryReplica replica, Denials denials, ApiTokens tokens) {
    this.replica = replica;
    this.denials = denials;
    this.tokens = tokens;
  }

  @Override
  public String name() {
    return "directory";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SHIFTS);
  }

  @Override
  public Set<Class<? extends Event>> wants() {
    return Set.of(CalendarEvent.class, DenialEvent.class, ApiTokenEvent.class);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    return replica
        .apply(unit, Received.events(batch, CalendarEvent.class))
        .chain(() -> denials.apply(unit, Received.events(batch, DenialEvent.class)))
        .chain(() -> tokens.apply(unit, Received.events(batch, ApiTokenEvent.class)));
  }
}
