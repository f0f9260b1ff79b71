package io.meridian.console.page;

import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a leave of the reader would change, before it is entered.
 *
 * @param start as the reader wrote it, in their zone
 * @param end as the reader wrote it
 * @param zone in which times are written
 * @param change what it would change; null when it cannot be entered so
 */
@CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LeavePage(
    Frame frame, String start, String end, String reason, String zone, @Nullable Change change)
    implements TemplateInstance {

  /**
   * What would change.
   *
   * @param holes that it makes, equal ones on following days in one line
   * @param healed holes that it heals
   * @param shifts that somebody else has, or nobody
   */
  record Change(
      List<Hole> holes, List<Hole> healed, List<ForeignText> warnings, List<Line> shifts) {}

  /**
   * Equal holes.
   *
   * @param often on how many days in a row
   * @param last when the last of them begins
   */
  record Hole(TimeLabel hours, String cause, int often, TimeLabel last) {}

  /**
   * A shift.
   *
   * @param before who has it now; empty for nobody
   * @param after who would have it; empty for nobody
   */
  record Line(TimeLabel hours, String region, String before, String after) {}
}
