package io.meridian.console.page;

import io.meridian.console.client.Severity;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All about one case: how it stands, who has and had it, and what happened.
 *
 * @param standing who has it, line by line
 * @param acts what may be done about it; null for nothing
 * @param owners who has had it, the first first; nobody while that is not known
 * @param gaps in how many stretches nobody attended
 * @param unattended how long that was in all
 * @param timeline the latest first; null while it is not known
 * @param more whether there is more than is shown
 */
@CheckedTemplate(basePath = "escalation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record EscalationPage(
    Frame frame,
    Head head,
    List<String> standing,
    @Nullable Acts acts,
    List<Owner> owners,
    int gaps,
    String unattended,
    @Nullable List<Happening> timeline,
    boolean more)
    implements TemplateInstance {

  /**
   * How it stands.
   *
   * @param customerPage where the customer is; empty for none
   * @param acknowledgedBy who did; empty while nobody has
   * @param hours when it is worked on, in words
   * @param home in which region it lives, or would; empty while none is known
   */
  record Head(
      String id,
      Severity severity,
      String status,
      ForeignText title,
      ForeignText customer,
      String customerPage,
      TimeLabel opened,
      @Nullable TimeLabel acknowledged,
      String acknowledgedBy,
      @Nullable TimeLabel resolved,
      @Nullable TimeLabel closes,
      @Nullable TimeLabel closed,
      String hours,
      String home,
      ForeignText ticket,
      String tags,
      ForeignText description) {}

  /**
   * What a TAM may do who is not offered it.
   *
   * @param zone in which times are written
   * @param entered what they wrote that was not taken
   */
  record Acts(String escalation, String zone, HandoffPage.Entered entered) {}

  /** Who had it; the end is null while they have. */
  record Owner(String who, TimeLabel start, @Nullable TimeLabel end) {}

  /**
   * A fact on the timeline.
   *
   * @param kind in words
   * @param change what became of what; empty for others
   */
  record Happening(TimeLabel at, String by, String kind, String change, ForeignText text) {}
}
