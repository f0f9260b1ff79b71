package io.meridian.metrics.messaging;

import io.meridian.events.ApiTokenEvent;
import io.meridian.events.CalendarEvent;
import io.meridian.events.CalendarState;
import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.DenialEvent;
import io.meridian.events.Event;
import io.meridian.events.Topic;
import io.meridian.metrics.application.DirectoryProjection;
import io.meridian.roster.denial.Denials;
import io.meridian.roster.token.ApiTokens;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names: of customers, and of the TAMs on the calendar. */
@ApplicationScoped
public class DirectoryConsumer implements EventConsumer {

  private final DirectoryProjection directory;
  private final Denials denials;
  private final ApiTokens tokens;

  DirectoryConsumer(DirectoryProjection directory, Denials denials, ApiTokens tokens) {
    this.directory = directory;
    this.denials = denials;
    this.tokens = tokens;
  }

  @Override
  public String name() {
    return "directory";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CUSTOMERS, Topic.SHIFTS);
  }

  @Override
  public Set<Class<? extends Event>> wants() {
    return Set.of(CustomerEvent.class, CalendarEvent.class, DenialEvent.class, ApiTokenEvent.class);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    List<CustomerState> customers = new ArrayList<>();
    List<CalendarState> calendars = new ArrayList<>();
    for (Received received : batch) {
      if (received.event() instanceof CustomerEvent event) {
        customers.add(event.customer());
      } else if (received.event() instanceof CalendarEvent event) {
        calendars.add(event.calendar());
      }
    }
    return directory
        .apply(unit, customers, calendars)
        .chain(() -> denials.apply(unit, Received.events(batch, DenialEvent.class)))
        .chain(() -> tokens.apply(unit, Received.events(batch, ApiTokenEvent.class)));
  }
}
