package io.meridian.console.page;

import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;

/**
 * Shifts that people ask each other to take.
 *
 * @param answered whether handoff-service did; nothing else is known when it did not
 * @param open those that nobody has answered
 * @param past how others ended, the latest first
 */
@CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SwapsPage(Frame frame, boolean answered, List<Ask> open, List<Ask> past)
    implements TemplateInstance {

  /**
   * A request.
   *
   * @param state how it ended, in words
   * @param words what whoever asked, or ended it, said
   * @param answers whether the reader may take the shift or say no
   * @param takesBack whether the reader may take it back
   */
  record Ask(
      UUID id,
      String asker,
      String asked,
      String region,
      TimeLabel hours,
      TimeLabel until,
      String state,
      ForeignText words,
      boolean answers,
      boolean takesBack) {}
}
