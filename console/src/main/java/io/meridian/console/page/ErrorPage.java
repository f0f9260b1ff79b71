package io.meridian.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Something that cannot be shown, why, and where to go next.
 *
 * @param href where to go next
 * @param trace by which the log knows it; empty for none
 */
@CheckedTemplate(basePath = "error", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ErrorPage(Frame frame, String what, String why, String href, String next, String trace)
    implements TemplateInstance {}
