package io.meridian.handoff.notification.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What a message is about.
 *
 * @param bundle the shift change, where the kind has one
 * @param all one thing or more, the gravest first
 */
record Topic(UUID bundle, List<MessageItem> all) {
  private static final Comparator<MessageItem> GRAVEST =
      Comparator.comparing((MessageItem item) -> String.valueOf(item.line().severity()))
          .thenComparing(item -> item.line().at())
          .thenComparing(item -> String.valueOf(item.line().escalation()));

  static Topic of(UUID bundle, List<MessageItem> items) {
    return new Topic(bundle, items.stream().sorted(GRAVEST).toList());
  }

  boolean isOne() {
    return all.size() == 1;
  }

  MessageItem gravest() {
    return all.getFirst();
  }

  Line first() {
    return gravest().line();
  }

  /** The words for one thing, or those for many. */
  String either(String one, String many) {
    return isOne() ? one : many;
  }

  /** "1 gap", "3 gaps". */
  String count(String noun) {
    return all.size() + " " + either(noun, noun.replaceFirst("y$", "ie") + "s");
  }

  /** "1 escalation", "3 escalations". */
  String escalations() {
    return count("escalation");
  }

  /** "ESC-1042" when there is one, "3 escalations" otherwise. */
  String name() {
    String only = isOne() ? first().escalation() : null;
    return only == null ? escalations() : only;
  }

  String fromRegion() {
    return first().fromRegion();
  }

  String toRegion() {
    return first().toRegion() == null ? "the next region" : first().toRegion();
  }

  /** When the incoming shift starts. */
  Instant start() {
    return first().start() == null ? first().at() : first().start();
  }

  /** By when the first of them is to be answered. */
  Instant deadline() {
    return all.stream()
        .map(MessageItem::line)
        .map(Line::end)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
