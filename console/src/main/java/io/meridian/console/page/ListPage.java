package io.meridian.console.page;

import io.meridian.console.text.ForeignText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What a service has of one kind, each a link.
 *
 * @param answered whether the service did
 * @param more whether there are others than those shown
 */
@CheckedTemplate(basePath = "facts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ListPage(Frame frame, boolean answered, List<Item> items, boolean more)
    implements TemplateInstance {

  /** One of them. */
  record Item(String href, ForeignText name, ForeignText detail) {}
}
