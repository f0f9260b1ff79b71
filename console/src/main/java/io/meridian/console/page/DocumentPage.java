package io.meridian.console.page;

import io.meridian.console.page.ChangePage.Change;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * The whole calendar as a document.
 *
 * @param document as it is in force, or as the reader wants it
 * @param version of the calendar that it was looked at beside, as a tag; empty before
 * @param change what it would change; null while nothing is asked, and when it cannot be meant
 */
@CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DocumentPage(Frame frame, String document, String version, @Nullable Change change)
    implements TemplateInstance {}
