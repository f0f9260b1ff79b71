package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.CalendarFaults;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.calendar.domain.Holiday;
import io.meridian.handoff.calendar.domain.Leave;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.ShiftOverride;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a document to the calendar it means. */
final class CalendarReader {
  private static final int CAPACITY_MAX = 10_000;

  private final Fields fields = new Fields();
  private final RegionZones zones = new RegionZones(fields);
  private final RosterReader rosters = new RosterReader(fields, zones);
  private final Map<String, String> tamRegions = new HashMap<>();

  private CalendarReader() {}

  /**
   * @throws Problem 422 that names every field that is wrong
   */
  static Calendar read(CalendarDocument document) {
    CalendarReader reader = new CalendarReader();
    Calendar calendar = reader.calendar(document);
    List<Violation> violations = reader.fields.violations();
    if (violations.isEmpty()) {
      violations =
          CalendarFaults.of(calendar).stream()
              .map(fault -> new Violation(fault.pointer(), fault.code(), fault.detail()))
              .toList();
    }
    if (!violations.isEmpty()) {
      throw Problem.unprocessable(violations);
    }
    return calendar;
  }

  /** What a document meant that was checked when it was applied, by the rules of that day. */
  static Calendar readStored(CalendarDocument document) {
    return new CalendarReader().calendar(document);
  }

  private Calendar calendar(CalendarDocument document) {
    List<Region> regions = fields.each("/regions", document.regions(), this::region);
    regions.forEach(region -> zones.put(region.code(), region.zone()));
    List<Tam> tams = fields.each("/tams", document.tams(), this::tam);
    tams.forEach(tam -> tamRegions.put(tam.id(), tam.region()));
    return new Calendar(
        regions,
        tams,
        fields.each("/rotations", document.rotations(), rosters::rotation),
        fields.each("/shiftPatterns", document.shiftPatterns(), rosters::pattern),
        fields.each("/overrides", document.overrides(), this::override),
        fields.each("/leaves", document.leaves(), this::leave),
        fields.each("/holidays", document.holidays(), this::holiday));
  }

  private Region region(String at, CalendarDocument.RegionEntry entry) {
    return new Region(
        fields.text(at + "/code", entry.code()),
        fields.text(at + "/name", entry.name()),
        fields.zone(at + "/zone", entry.zone()),
        fields.optionalText(at + "/holidays", entry.holidays()),
        fields.text(at + "/lead", entry.lead()));
  }

  private Tam tam(String at, CalendarDocument.TamEntry entry) {
    return new Tam(
        fields.text(at + "/id", entry.id()),
        fields.text(at + "/name", entry.name()),
        ChannelReader.mailAddress(fields, at + "/email", entry.email()),
        fields.text(at + "/region", entry.region()),
        zones.zone(at, entry.zone(), entry.region()),
        fields.choice(at + "/status", entry.status(), Tam.Status.class, Tam.Status.ACTIVE),
        fields.each(at + "/skills", entry.skills(), fields::text),
        fields.each(at + "/languages", entry.languages(), fields::text),
        channels(at + "/channels", entry.channels()),
        fields.number(at + "/capacity", entry.capacity(), 1, CAPACITY_MAX, Tam.CAPACITY));
  }

  private List<ContactChannel> channels(
      String at, @Nullable List<CalendarDocument.ChannelEntry> entries) {
    List<ContactChannel> channels = new ArrayList<>();
    fields.each(
        at,
        entries,
        (pointer, entry) ->
            channels.add(ChannelReader.read(fields, pointer, entry, channels.size() + 1)));
    return channels;
  }

  private ShiftOverride override(String at, CalendarDocument.OverrideEntry entry) {
    Instant start = fields.instant(at + "/start", entry.start());
    ShiftOverride.Change change = change(at, entry);
    String tam =
        switch (change) {
          case ShiftOverride.Change.Replace replace -> replace.tam();
          case ShiftOverride.Change.Add add -> add.tam();
          case ShiftOverride.Change.Remove remove -> remove.tam();
        };
    String kind = change.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String region = entry.region() == null ? tamRegions.get(tam) : entry.region();
    if (region == null && !tam.isEmpty()) {
      fields.refuse(
          at + "/" + kind, "unknown-tam", "there is no tam '" + tam + "' in the document");
      region = tam;
    }
    return new ShiftOverride(
        entry.id() == null ? kind + "-" + tam + "-" + start : fields.text(at + "/id", entry.id()),
        fields.text(at + "/region", region),
        start,
        fields.instant(at + "/end", entry.end()),
        change,
        fields.remark(at + "/reason", entry.reason()));
  }

  private ShiftOverride.Change change(String at, CalendarDocument.OverrideEntry entry) {
    long named =
        Stream.of(entry.replace(), entry.add(), entry.remove()).filter(t -> t != null).count();
    if (named != 1) {
      fields.refuse(at, "one-of", "must have exactly one of replace, add and remove");
    } else if (entry.by() != null && entry.replace() == null) {
      fields.refuse(at + "/by", "not-allowed", "goes with replace only");
    } else if (entry.add() != null) {
      return new ShiftOverride.Change.Add(fields.text(at + "/add", entry.add()));
    } else if (entry.remove() != null) {
      return new ShiftOverride.Change.Remove(fields.text(at + "/remove", entry.remove()));
    } else {
      return new ShiftOverride.Change.Replace(
          fields.text(at + "/replace", entry.replace()), fields.text(at + "/by", entry.by()));
    }
    return new ShiftOverride.Change.Remove("");
  }

  private Leave leave(String at, CalendarDocument.LeaveEntry entry) {
    String tam = fields.text(at + "/tam", entry.tam());
    Instant start = fields.instant(at + "/start", entry.start());
    return new Leave(
        entry.id() == null ? "leave-" + tam + "-" + start : fields.text(at + "/id", entry.id()),
        tam,
        start,
        fields.instant(at + "/end", entry.end()),
        fields.remark(at + "/reason", entry.reason()));
  }

  private Holiday holiday(String at, CalendarDocument.HolidayEntry entry) {
    @Nullable String calendar = fields.optionalText(at + "/calendar", entry.calendar());
    @Nullable String region = fields.optionalText(at + "/region", entry.region());
    if ((calendar == null) == (region == null)) {
      fields.refuse(at, "one-of", "must have exactly one of calendar and region");
      calendar = "";
      region = null;
    }
    return new Holiday(
        calendar,
        region,
        fields.date(at + "/date", entry.date()),
        fields.text(at + "/name", entry.name()),
        fields.choice(at + "/kind", entry.kind(), Holiday.Kind.class, Holiday.Kind.HOLIDAY));
  }
}
