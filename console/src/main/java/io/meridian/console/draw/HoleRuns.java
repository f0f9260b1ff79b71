package io.meridian.console.draw;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts equal holes on following days together, since they have one cause and one cure. */
public final class HoleRuns {
  private static final Duration DAY = Duration.ofDays(1);

  private HoleRuns() {}

  /**
   * A hole of the calendar.
   *
   * @param cause as the calendar says it
   * @param agreed whether a manager agreed to it
   */
  public record Hole(Instant start, Instant end, String cause, boolean agreed) {

    /** How long it is. */
    public Duration length() {
      return Duration.between(start, end);
    }
  }

  /**
   * Equal holes, one a day.
   *
   * @param first the first of them
   * @param days how many there are
   */
  public record Run(Hole first, int days) {

    /** When the last of them begins. */
    public Instant lastStart() {
      return first.start().plus(DAY.multipliedBy(days - 1L));
    }

    /** How long nobody is there in all. */
    public Duration total() {
      return first.length().multipliedBy(days);
    }

    private boolean goesOnWith(Hole hole) {
      return hole.start().equals(lastStart().plus(DAY))
          && hole.length().equals(first.length())
          && hole.cause().equals(first.cause())
          && hole.agreed() == first.agreed();
    }
  }

  /** The runs of these holes, by their first. */
  public static List<Run> of(List<Hole> holes) {
    List<Run> runs = new ArrayList<>();
    for (Hole hole : holes) {
      int open = last(runs, hole);
      if (open < 0) {
        runs.add(new Run(hole, 1));
      } else {
        Run run = runs.get(open);
        runs.set(open, new Run(run.first(), run.days() + 1));
      }
    }
    return runs;
  }

  /** Which of them the hole goes on, or -1; two may run side by side. */
  private static int last(List<Run> runs, Hole hole) {
    for (int i = runs.size() - 1; i >= 0; i--) {
      if (runs.get(i).goesOnWith(hole)) {
        return i;
      }
    }
    return -1;
  }
}
