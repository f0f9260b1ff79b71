package io.meridian.handoff.calendar.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.handoff.calendar.domain.Calendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/** Calendars as the JSON that is stored. */
@ApplicationScoped
class CalendarDocuments {

  private final ObjectMapper json;

  CalendarDocuments(ObjectMapper json) {
    this.json = json;
  }

  String encode(Calendar calendar) {
    try {
      return json.writeValueAsString(CalendarDocument.of(calendar));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The calendar of a stored document, which was checked before it was stored. */
  Calendar decode(String document) {
    try {
      return CalendarReader.readStored(json.readValue(document, CalendarDocument.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
