package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.CalendarService;
import io.meridian.console.client.Explanation;
import io.meridian.console.client.Person;
import io.meridian.console.client.Shift;
import io.meridian.console.client.Tam;
import io.meridian.console.page.ChangePage.Option;
import io.meridian.console.page.WhyPage.Substitution;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Why a shift is as it is, and whom the roster has beside those who are on it. */
@RequestScoped
class WhyReading {
  private final CalendarService calendar;
  private final Roster roster;
  private final Reader reader;
  private final Frames frames;
  private final CalendarMessages words;

  WhyReading(
      @RestClient CalendarService calendar,
      Roster roster,
      Reader reader,
      Frames frames,
      CalendarMessages words) {
    this.calendar = calendar;
    this.roster = roster;
    this.reader = reader;
    this.frames = frames;
    this.words = words;
  }

  /** The page; whoever cannot be chosen since the roster does not answer is not offered. */
  Uni<WhyPage> page(UUID id) {
    return page(frames.frame(words.why()), id);
  }

  /** The page after something about the shift was refused. */
  Uni<WhyPage> refused(UUID id, String why) {
    return page(frames.refused(words.why(), why), id);
  }

  private Uni<WhyPage> page(Frame frame, UUID id) {
    return Uni.combine()
        .all()
        .unis(
            read(calendar.explanation(reader.bearer(), id)),
            roster.all().onFailure().recoverWithItem(List.of()))
        .with((why, tams) -> paint(frame, why, tams));
  }

  private WhyPage paint(Frame frame, Explanation why, List<Tam> tams) {
    TimeLabels times = frames.times();
    Shift shift = why.shift();
    boolean ahead = shift.end().isAfter(times.now());
    boolean manager = reader.is(Role.MANAGER) && ahead;
    boolean own = shift.has(reader.id()) && shift.start().isAfter(times.now());
    return new WhyPage(
        frame,
        shift.id(),
        shift.region(),
        times.between(shift.start(), shift.end(), Zones.orUtc(shift.zone())),
        name(shift.primary()),
        name(shift.secondary()),
        ForeignText.of(shift.origin().holiday()),
        why.clockChange() == null ? ForeignText.NONE : ForeignText.of(why.clockChange().sentence()),
        why.override() != null,
        why.sentences().stream().map(ForeignText::of).toList(),
        why.revision(),
        manager && why.override() != null
            ? EntryLines.removal(Entries.OVERRIDES, why.override().id())
            : "",
        reader.is(Role.TAM) && own ? roster.options(others(shift, tams), "") : List.of(),
        manager && !tams.isEmpty() ? substitution(shift, tams, times) : null);
  }

  private Substitution substitution(Shift shift, List<Tam> tams, TimeLabels times) {
    Instant now = times.now().truncatedTo(ChronoUnit.MINUTES);
    Instant start = shift.start().isBefore(now) ? now : shift.start();
    Stream<Option> nobody = Stream.of(new Option("", words.nobody(), shift.primary() == null));
    return new Substitution(
        Zones.wall(start, times.zone()),
        Zones.wall(shift.end(), times.zone()),
        Stream.concat(on(shift).map(WhyReading::option), nobody).toList(),
        roster.optionsOrNobody(others(shift, tams), ""));
  }

  private static Stream<Person> on(Shift shift) {
    return Stream.concat(Stream.ofNullable(shift.primary()), Stream.ofNullable(shift.secondary()));
  }

  private static Option option(Person person) {
    return new Option(person.id(), ForeignText.plain(person.name()), false);
  }

  private static List<Tam> others(Shift shift, List<Tam> tams) {
    return tams.stream().filter(tam -> !shift.has(tam.id())).toList();
  }

  private static String name(@Nullable Person person) {
    return person == null ? "" : ForeignText.plain(person.name());
  }
}
