package io.meridian.console.page;

import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;

/**
 * The reader's own settings.
 *
 * @param name by which people know them beside the roster; empty for who is not known there
 * @param manages codes of the regions that they manage, of who is
 * @param entry whether the calendar has them, and its service answered
 * @param channels how they are told, masked
 * @param keys whether letters are keys
 * @param tried what became of a test that they have just asked for; empty without one
 * @param feeds what calendar applications of theirs subscribe to; none while that is not known
 * @param link the address of their shifts for a calendar application, shown once; empty for none
 */
@CheckedTemplate(basePath = "me", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record MePage(
    Frame frame,
    String id,
    String region,
    ForeignText name,
    List<String> manages,
    boolean entry,
    List<Channel> channels,
    List<Tried> tried,
    boolean keys,
    List<Subscription> feeds,
    String link)
    implements TemplateInstance {

  /** A way to reach them, of whose address only its ends are shown. */
  record Channel(String kind, ForeignText address) {}

  /**
   * An address that a calendar application subscribes to.
   *
   * @param what is told there
   */
  record Subscription(UUID id, String what, TimeLabel made) {}

  /**
   * A test message.
   *
   * @param taken whether the provider took it
   * @param words where it went, or why not
   */
  record Tried(boolean taken, ForeignText words) {}
}
