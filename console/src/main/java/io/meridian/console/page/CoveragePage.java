package io.meridian.console.page;

import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Where holes will be, so that they are closed months before.
 *
 * @param answered whether handoff-service did; nothing else is known when it did not
 * @param months twelve rows of days
 * @param holes equal ones on following days in one line
 * @param total how long nobody is there in all
 * @param manager whether the reader may agree to holes
 * @param tzdb the version of the rules of time zones
 */
@CheckedTemplate(basePath = "coverage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CoveragePage(
    Frame frame,
    boolean answered,
    List<Month> months,
    List<Hole> holes,
    String total,
    boolean manager,
    ForeignText tzdb)
    implements TemplateInstance {

  /** A row of the heat map. */
  record Month(String name, String spoken, List<Day> days) {}

  /**
   * A day of it.
   *
   * @param x where it is
   * @param level 0 for none, to 3 for eight hours and more without a primary
   * @param title what it is, in words
   */
  record Day(String x, int level, String title) {}

  /**
   * Equal holes.
   *
   * @param hours of each
   * @param cause in words
   * @param why they are, as the calendar says it
   * @param often on how many days in a row
   * @param last when the last of them begins
   * @param agreement where a manager agrees to it
   */
  record Hole(
      TimeLabel hours,
      String cause,
      ForeignText why,
      int often,
      TimeLabel last,
      boolean agreed,
      String agreement) {}
}
