package io.meridian.console.page;

import io.meridian.console.page.ChangePage.Hole;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holes that are meant: which are agreed to, and which would be.
 *
 * @param manager whether the reader may agree
 * @param from as written, in the reader's zone
 * @param until as written, in the reader's zone
 * @param why as written
 * @param zone in which times are written
 * @param holes that lie in it now, equal ones on following days in one line; null while none is
 *     asked about
 * @param agreements that are not over
 */
@CheckedTemplate(basePath = "coverage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record AgreementPage(
    Frame frame,
    boolean manager,
    String from,
    String until,
    String why,
    String zone,
    @Nullable List<Hole> holes,
    List<Agreed> agreements)
    implements TemplateInstance {

  /** An agreement. */
  record Agreed(UUID id, TimeLabel from, TimeLabel until, ForeignText why, String by) {}
}
