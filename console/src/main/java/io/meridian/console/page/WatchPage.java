package io.meridian.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What a reader wants watched, before every crew is told.
 *
 * @param customers whom it may be about; empty when nobody knows them right now
 * @param zone in which times are written
 * @param wish as the reader wrote it
 */
@CheckedTemplate(basePath = "watch", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record WatchPage(Frame frame, List<Choice> customers, String zone, Wish wish)
    implements TemplateInstance {

  /** A customer, and whether it is the one. */
  record Choice(String id, String name, boolean chosen) {}

  /** As written, times in the reader's zone. */
  record Wish(String customer, String what, String whatIf, String from, String until) {}
}
