package io.meridian.escalation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.escalation.domain.TicketSnapshot;
import org.jspecify.annotations.Nullable;

/** What a ticket last said, in one text column. */
final class TicketJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ObjectWriter WRITER = JSON.writerFor(TicketSnapshot.class);
  private static final ObjectReader READER = JSON.readerFor(TicketSnapshot.class);

  private TicketJson() {}

  static @Nullable String write(@Nullable TicketSnapshot ticket) {
    try {
      return ticket == null ? null : WRITER.writeValueAsString(ticket);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON for " + ticket, e);
    }
  }

  static @Nullable TicketSnapshot read(@Nullable String json) {
    try {
      return json == null ? null : READER.readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("unreadable ticket " + json, e);
    }
  }
}
