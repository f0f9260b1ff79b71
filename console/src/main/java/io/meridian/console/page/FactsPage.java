package io.meridian.console.page;

import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service has of one thing, plainly: what there is no screen for yet is still to be seen.
 *
 * @param back the list that it is in
 * @param standing who has it, line by line; nothing for what nobody has
 * @param acts what may be done about it; null for nothing
 */
@CheckedTemplate(basePath = "facts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record FactsPage(
    Frame frame,
    String back,
    String backLabel,
    List<String> standing,
    List<Fact> facts,
    @Nullable Acts acts)
    implements TemplateInstance {

  /**
   * What a TAM may do about an escalation that is not handed over to them.
   *
   * @param zone in which times are written
   * @param entered what they wrote that was not taken
   */
  record Acts(String escalation, String zone, HandoffPage.Entered entered) {}

  /**
   * A fact, or the heading of those that follow.
   *
   * @param depth how far below the thing itself; 0 for its own
   * @param text what it says; nothing for a heading
   * @param at the instant that it is; null for others
   */
  record Fact(int depth, String label, ForeignText text, @Nullable TimeLabel at) {
    /** Whether others stand below it. */
    public boolean isHeading() {
      return at == null && !text.isPresent();
    }
  }
}
