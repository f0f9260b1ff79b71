package io.meridian.console.page;

import io.meridian.console.text.ForeignText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Who one may be on the local stack.
 *
 * @param to where the login returns to
 * @param open whether there is a local login at all
 * @param people those with something to do now first
 * @param complete whether the roster could be asked
 */
@CheckedTemplate(basePath = "login", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LoginPage(Frame frame, String to, boolean open, List<Somebody> people, boolean complete)
    implements TemplateInstance {

  /**
   * A person of the demo world.
   *
   * @param what what they have to do now, in words
   */
  record Somebody(String id, ForeignText name, String region, String what, long weight) {}
}
