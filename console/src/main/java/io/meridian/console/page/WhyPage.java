package io.meridian.console.page;

import io.meridian.console.page.ChangePage.Option;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift: who is on it, why, and what the reader may change about it.
 *
 * @param hours in the region's zone too
 * @param primary who holds it; empty for nobody
 * @param secondary who backs them up; empty for nobody
 * @param holiday on which it falls; empty on other days
 * @param clocks how the clocks change in it; empty on other days
 * @param sentences why, as the calendar says it
 * @param revision of the calendar that says so
 * @param undo where the change by hand is taken back; empty where there is none, or none of theirs
 * @param takers whom the reader may ask to take it; nobody where they may not
 * @param change how a manager puts somebody else on; null for others, and when it is over
 */
@CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record WhyPage(
    Frame frame,
    UUID id,
    String region,
    TimeLabel hours,
    String primary,
    String secondary,
    ForeignText holiday,
    ForeignText clocks,
    boolean changed,
    List<ForeignText> sentences,
    long revision,
    String undo,
    List<Option> takers,
    @Nullable Substitution change)
    implements TemplateInstance {

  /**
   * Somebody else.
   *
   * @param start as a form sends it, in the reader's zone
   * @param goes who is on it
   * @param comes who could be
   */
  record Substitution(String start, String end, List<Option> goes, List<Option> comes) {}
}
