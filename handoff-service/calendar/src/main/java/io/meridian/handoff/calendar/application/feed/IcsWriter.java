package io.meridian.handoff.calendar.application.feed;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.Duration;
import io.meridian.handoff.calendar.domain.feed.FeedEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;

/** An edition of a feed as RFC 5545: the same events give the same octets. */
final class IcsWriter {

  private static final String PRODUCT = "-//Meridian//Shift calendar//EN";
  private static final Duration REFRESH = Duration.builder().minutes(15).build();

  private IcsWriter() {}

  static byte[] write(String name, List<FeedEvent> events) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setMethod("PUBLISH");
    calendar.setName(name);
    calendar.addExperimentalProperty("X-WR-CALNAME", name);
    calendar.setRefreshInterval(REFRESH);
    calendar.addExperimentalProperty("X-PUBLISHED-TTL", REFRESH.toString());
    events.forEach(event -> calendar.addEvent(event(event)));
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return OctetLines.fold(text.toString());
  }

  private static VEvent event(FeedEvent told) {
    VEvent event = new VEvent();
    event.setUid(told.uid());
    event.setDateTimeStamp(Date.from(told.changedAt()));
    event.setLastModified(Date.from(told.changedAt()));
    event.setSequence(told.sequence());
    event.setDateStart(Date.from(told.start()));
    event.setDateEnd(Date.from(told.end()));
    event.setSummary(told.summary());
    event.setDescription(told.description());
    event.addCategories(told.region());
    event.setStatus(told.isCancelled() ? Status.cancelled() : Status.confirmed());
    event.setTransparency(
        told.isBusy() && !told.isCancelled() ? Transparency.opaque() : Transparency.transparent());
    return event;
  }
}
