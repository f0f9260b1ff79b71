package io.meridian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.ExternalRef;
import io.meridian.events.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishedEventsTest {

  private final CustomerEvent.Created created =
      new CustomerEvent.Created(
          new CustomerState(
              UUID.randomUUID(),
              "Aurora Air",
              Tier.GOLD,
              "EMEA",
              null,
              List.of(new ExternalRef("zendesk", "4711", null, null)),
              Map.of("EMEA", "tam-ines"),
              true,
              1,
              Instant.parse("2026-03-07T10:00:00.123Z")));

  @Test
  void what_is_published_can_be_awaited_and_is_the_same_record() {
    try (PublishedEvents events = new PublishedEvents()) {
      UUID id = events.publish(created);

      assertThat(events.await(CustomerEvent.Created.class, created.key())).isEqualTo(created);
      assertThat(events.all())
          .filteredOn(published -> published.id().equals(id))
          .singleElement()
          .satisfies(
              published -> {
                assertThat(published.key()).isEqualTo(created.key());
                assertThat(published.headers()).containsEntry("ce_sequence", "1");
              });
    }
  }

  @Test
  void one_event_can_be_delivered_twice() {
    try (PublishedEvents events = new PublishedEvents()) {
      UUID id = UUID.randomUUID();
      events.publish(id, created);
      events.publish(id, created);

      assertThat(events.all()).filteredOn(published -> published.id().equals(id)).hasSize(2);
    }
  }

  @Test
  void what_was_published_before_is_not_read_by_who_reads_from_now_on() {
    try (PublishedEvents before = new PublishedEvents();
        PublishedEvents events = fromNowAfter(before)) {
      UUID id = events.publish(created);

      assertThat(events.all()).singleElement().extracting(Published::id).isEqualTo(id);
    }
  }

  private PublishedEvents fromNowAfter(PublishedEvents before) {
    before.publish(created);
    return PublishedEvents.fromNow();
  }
}
