package io.meridian.customer.directory.messaging;

import io.meridian.customer.directory.application.DirectoryUpdates;
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
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Keeps the directory of TAMs as the calendar has it, and whom nobody lets in. */
@ApplicationScoped
public class CalendarConsumer implements EventConsumer {
  private final DirectoryUpdates updates;
  private final Denials denials;
  private final ApiTokens tokens;

  CalendarConsumer(DirectoryUpdates updates, Denials denials, ApiTokens tokens) {
    this.updates = updates;
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
    return Received.events(batch, CalendarEvent.class).stream()
        .map(CalendarEvent::calendar)
        .max(Comparator.comparingLong(calendar -> calendar.revision()))
        .map(newest -> updates.apply(unit, newest))
        .orElseGet(() -> Uni.createFrom().voidItem())
        .chain(() -> denials.apply(unit, Received.events(batch, DenialEvent.class)))
        .chain(() -> tokens.apply(unit, Received.events(batch, ApiTokenEvent.class)));
  }
}
