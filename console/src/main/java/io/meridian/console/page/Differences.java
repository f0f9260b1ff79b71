package io.meridian.console.page;

import io.meridian.console.client.CalendarDifference;
import io.meridian.console.client.Shift;
import io.meridian.console.draw.HoleRuns;
import io.meridian.console.page.ChangePage.Change;
import io.meridian.console.page.ChangePage.Hole;
import io.meridian.console.page.ChangePage.Line;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.CoverageMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Paints what an edit of the calendar would change. */
@RequestScoped
class Differences {
  private final Frames frames;
  private final CalendarMessages words;
  private final CoverageMessages coverage;

  Differences(Frames frames, CalendarMessages words, CoverageMessages coverage) {
    this.frames = frames;
    this.words = words;
    this.coverage = coverage;
  }

  /** The difference that an edit of one entry makes, without saying which entry that is. */
  Change ofEntry(CalendarDifference difference) {
    return paint(difference, List.of());
  }

  /** The difference that another document makes, with the entries in which they differ. */
  Change ofDocument(CalendarDifference difference) {
    return paint(difference, difference.entries().stream().map(this::entry).toList());
  }

  private Change paint(CalendarDifference difference, List<ForeignText> entries) {
    TimeLabels times = frames.times();
    CalendarDifference.ShiftChanges shifts = difference.shifts();
    return new Change(
        entries,
        holes(difference.gaps().created(), times),
        holes(difference.gaps().healed(), times),
        difference.newWarnings().stream().map(one -> ForeignText.of(one.detail())).toList(),
        Stream.of(
                shifts.reassigned().stream()
                    .map(
                        one -> line(one.after(), people(one.before()), people(one.after()), times)),
                shifts.removed().stream().map(one -> line(one, people(one), "", times)),
                shifts.added().stream().map(one -> line(one, "", people(one), times)))
            .flatMap(lines -> lines)
            .toList());
  }

  private ForeignText entry(CalendarDifference.Entry entry) {
    return ForeignText.of(words.entry(entry.change(), entry.list(), entry.id()));
  }

  private String people(Shift shift) {
    return CalendarReading.people(shift, words.nobody());
  }

  private static Line line(Shift shift, String before, String after, TimeLabels times) {
    return new Line(
        times.between(shift.start(), shift.end(), Zones.orUtc(shift.zone())),
        shift.region(),
        before,
        after);
  }

  /** Holes, equal ones on following days in one line. */
  List<Hole> holes(List<CalendarDifference.Gap> gaps) {
    return holes(gaps, frames.times());
  }

  private List<Hole> holes(List<CalendarDifference.Gap> gaps, TimeLabels times) {
    List<HoleRuns.Hole> holes =
        gaps.stream()
            .map(gap -> new HoleRuns.Hole(gap.start(), gap.end(), gap.cause(), false))
            .toList();
    return HoleRuns.of(holes).stream().map(run -> hole(run, times)).toList();
  }

  private Hole hole(HoleRuns.Run run, TimeLabels times) {
    return new Hole(
        times.between(run.first().start(), run.first().end(), ZoneOffset.UTC),
        coverage.cause(run.first().cause()),
        run.days(),
        times.at(run.lastStart()));
  }
}
