package io.meridian.console.page;

import io.meridian.console.client.CalendarDifference;
import io.meridian.console.client.Shift;
import io.meridian.console.draw.HoleRuns;
import io.meridian.console.page.LeavePage.Change;
import io.meridian.console.page.LeavePage.Hole;
import io.meridian.console.page.LeavePage.Line;
import io.meridian.console.session.Reader;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.CoverageMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Paints what a leave would change. */
@RequestScoped
class LeaveViews {
  private final Reader reader;
  private final Frames frames;
  private final CalendarMessages words;
  private final CoverageMessages coverage;

  LeaveViews(Reader reader, Frames frames, CalendarMessages words, CoverageMessages coverage) {
    this.reader = reader;
    this.frames = frames;
    this.words = words;
    this.coverage = coverage;
  }

  /** What it would change; with a reason why it was just refused, or none. */
  LeavePage page(
      String start, String end, String reason, String why, CalendarDifference difference) {
    Frame frame = why.isEmpty() ? frames.frame(words.leave()) : frames.refused(words.leave(), why);
    return new LeavePage(frame, start, end, reason, zone(), change(difference, frames.times()));
  }

  /** That it cannot be entered so, and why. */
  LeavePage unread(String start, String end, String why) {
    return new LeavePage(frames.refused(words.leave(), why), start, end, "", zone(), null);
  }

  private String zone() {
    return Zones.city(reader.zone());
  }

  private Change change(CalendarDifference difference, TimeLabels times) {
    CalendarDifference.ShiftChanges shifts = difference.shifts();
    return new Change(
        holes(difference.gaps().created(), times),
        holes(difference.gaps().healed(), times),
        difference.warnings().stream().map(one -> ForeignText.of(one.detail())).toList(),
        Stream.of(
                shifts.reassigned().stream()
                    .map(
                        one -> line(one.after(), people(one.before()), people(one.after()), times)),
                shifts.removed().stream().map(one -> line(one, people(one), "", times)),
                shifts.added().stream().map(one -> line(one, "", people(one), times)))
            .flatMap(lines -> lines)
            .toList());
  }

  private static String people(Shift shift) {
    return CalendarReading.people(shift);
  }

  private static Line line(Shift shift, String before, String after, TimeLabels times) {
    return new Line(
        times.between(shift.start(), shift.end(), Zones.orUtc(shift.zone())),
        shift.region(),
        before,
        after);
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
