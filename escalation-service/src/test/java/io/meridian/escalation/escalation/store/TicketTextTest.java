package io.meridian.escalation.escalation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.escalation.escalation.domain.Delivery;
import io.meridian.escalation.escalation.domain.Order;
import io.meridian.escalation.escalation.domain.TicketSnapshot;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is remembered of a ticket, as the columns hold it. */
class TicketTextTest {

  @Test
  void a_delivery_reads_back_as_it_was_written() {
    var counted = new Delivery(new Order.Counter(3), "msg 1 of 2");
    var timed = new Delivery(new Order.Time(Instant.parse("2026-03-08T06:59:00.123456789Z")), "a");

    assertThat(DeliveryText.write(counted)).isEqualTo("COUNTER 3 msg 1 of 2");
    assertThat(DeliveryText.read(DeliveryText.write(counted), 3L)).isEqualTo(counted);
    assertThat(DeliveryText.read(DeliveryText.write(timed), null)).isEqualTo(timed);
  }

  @Test
  void a_row_of_before_has_its_version_alone() {
    var unscaled = new Delivery(new Order.Unscaled(3), null);

    assertThat(DeliveryText.read(null, 3L)).isEqualTo(unscaled);
    assertThat(DeliveryText.write(unscaled)).isNull();
    assertThat(DeliveryText.read(null, null)).isNull();
  }

  @Test
  void a_snapshot_of_before_does_not_tell_its_texts() {
    var delivery = new Delivery(new Order.Counter(3), "a");
    String before =
        "{\"text\":-77,\"severity\":\"SEV3\",\"status\":\"OPEN\",\"customerId\":null,"
            + "\"details\":{\"assigned_to\":\"89\"}}";

    assertThat(TicketJson.read(before, delivery))
        .isEqualTo(
            new TicketSnapshot(
                delivery,
                null,
                null,
                Severity.SEV3,
                EscalationStatus.OPEN,
                null,
                Map.of("assigned_to", "89")));
  }
}
