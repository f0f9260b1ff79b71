package io.meridian.escalation.escalation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.escalation.escalation.domain.Delivery;
import io.meridian.escalation.escalation.domain.TicketSnapshot;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a ticket last said, in one text column; which message said it stands in another. */
final class TicketJson {
  /** Rows of before have one digest of both texts, which tells neither: it is passed over. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final ObjectWriter WRITER = JSON.writerFor(Said.class);
  private static final ObjectReader READER = JSON.readerFor(Said.class);

  private record Said(
      @Nullable Long title,
      @Nullable Long description,
      Severity severity,
      EscalationStatus status,
      @Nullable UUID customerId,
      Map<String, String> details) {}

  private TicketJson() {}

  static @Nullable String write(@Nullable TicketSnapshot ticket) {
    try {
      return ticket == null
          ? null
          : WRITER.writeValueAsString(
              new Said(
                  ticket.title(),
                  ticket.description(),
                  ticket.severity(),
                  ticket.status(),
                  ticket.customerId(),
                  ticket.details()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON for " + ticket, e);
    }
  }

  static @Nullable TicketSnapshot read(@Nullable String json, @Nullable Delivery delivery) {
    if (json == null) {
      return null;
    }
    try {
      Said said = READER.readValue(json);
      return new TicketSnapshot(
          delivery,
          said.title,
          said.description,
          said.severity,
          said.status,
          said.customerId,
          said.details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("unreadable ticket " + json, e);
    }
  }
}
