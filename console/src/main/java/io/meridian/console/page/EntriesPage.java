package io.meridian.console.page;

import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Who is away, and where somebody else was put on by hand.
 *
 * @param answered whether handoff-service did; nothing else is known when it did not
 * @param leaves of the reader, or for a manager of all
 * @param overrides all; none for who may not change them
 * @param manager whether the reader may change everything
 * @param tam whether the reader may enter leave of their own
 * @param complete false when there is more than is shown
 */
@CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record EntriesPage(
    Frame frame,
    boolean answered,
    List<Entry> leaves,
    List<Entry> overrides,
    boolean manager,
    boolean tam,
    boolean complete)
    implements TemplateInstance {

  /**
   * One of them.
   *
   * @param who does what, in words
   * @param removal where it is taken away
   */
  record Entry(String who, TimeLabel start, TimeLabel end, ForeignText reason, String removal) {}
}
