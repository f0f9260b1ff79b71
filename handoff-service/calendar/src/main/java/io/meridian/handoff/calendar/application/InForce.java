package io.meridian.handoff.calendar.application;

import io.meridian.events.Person;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.HolidayTable;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.RosterRules;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.calendar.store.CalendarVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The calendar in force, prepared for questions. Immutable. */
public final class InForce {

  private final CalendarVersion version;
  private final HolidayTable table;
  private final RosterRules rules;
  private final Map<String, String> names;
  private final Map<String, Region> regions = new HashMap<>();
  private final Map<String, Tam> tams = new HashMap<>();

  InForce(
      CalendarVersion version, Calendar calendar, HolidayTable table, Map<String, String> names) {
    this.version = version;
    this.table = table;
    this.rules = RosterRules.of(calendar, table);
    this.names = Map.copyOf(names);
    calendar.regions().forEach(region -> regions.put(region.code(), region));
    calendar.tams().forEach(tam -> tams.put(tam.id(), tam));
  }

  /** Counts the applied versions; 0 before the first, when the calendar is empty. */
  public long revision() {
    return version.revision();
  }

  CalendarVersion version() {
    return version;
  }

  public RosterRules rules() {
    return rules;
  }

  public Calendar calendar() {
    return rules.calendar();
  }

  /** Whether it is in force and says the same. */
  boolean isInForceAs(Calendar other) {
    return revision() > 0 && calendar().equals(other);
  }

  public Optional<Region> region(String code) {
    return Optional.ofNullable(regions.get(code));
  }

  public Optional<Tam> tam(String id) {
    return Optional.ofNullable(tams.get(id));
  }

  /** The same with another calendar, which is not in force: to show what it would be. */
  public InForce ifItWere(Calendar calendar) {
    Map<String, String> allNames = new HashMap<>(names);
    calendar.tams().forEach(tam -> allNames.put(tam.id(), tam.name()));
    return new InForce(version, calendar, table, allNames);
  }

  /** The TAM with the name by which people know them, also one who has left the calendar. */
  public Person person(String tam) {
    return new Person(tam, names.getOrDefault(tam, tam));
  }
}
