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
 */
@CheckedTemplate(basePath = "facts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record FactsPage(Frame frame, String back, String backLabel, List<Fact> facts)
    implements TemplateInstance {

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
