package io.meridian.console.page;

import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of the calendar would change, before it is made.
 *
 * @param wish the edit, as the reader wants it
 * @param reason as written; empty for none
 * @param version of what was looked at, as a tag; empty while nothing can be shown
 * @param change what it would change; null when it cannot be made so
 */
@CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ChangePage(Frame frame, Wish wish, String reason, String version, @Nullable Change change)
    implements TemplateInstance {

  /**
   * An edit that somebody wants.
   *
   * @param title of the page
   * @param back where it was asked for
   * @param standing what there is now, line by line; nothing for what is new
   * @param action where the forms of the page are sent
   * @param fields what can be chosen; none where there is nothing to choose
   * @param reasoned whether a reason goes with it
   * @param save what making it is called
   */
  record Wish(
      String title,
      String back,
      List<ForeignText> standing,
      String action,
      List<Field> fields,
      boolean reasoned,
      String save) {}

  /**
   * A choice, or a date and time of the reader's zone when it has no options.
   *
   * @param value as written
   */
  record Field(String name, String label, String value, List<Option> options) {}

  /** Something to choose. */
  record Option(String value, String label, boolean chosen) {}

  /**
   * What would change.
   *
   * @param entries of the document, in words; nothing where the edit is of one
   * @param holes that it makes, equal ones on following days in one line
   * @param healed holes that it heals
   * @param warnings what it makes hard on people
   * @param shifts that somebody else has, or nobody
   */
  record Change(
      List<ForeignText> entries,
      List<Hole> holes,
      List<Hole> healed,
      List<ForeignText> warnings,
      List<Line> shifts) {}

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
