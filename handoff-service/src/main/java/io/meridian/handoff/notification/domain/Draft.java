package io.meridian.handoff.notification.domain;

import java.util.function.Function;

/**
 * The words of a message of one kind.
 *
 * @param opening what comes before the things it is about
 * @param line the words for each of them
 * @param path where in the console to act on it
 */
record Draft(String subject, String opening, Function<MessageItem, String> line, String path) {

  /** About handoffs: acted on at the one, or at the shift change. */
  static Draft ofHandoffs(
      Topic topic, String subject, String opening, Function<MessageItem, String> line) {
    return new Draft(
        subject,
        opening,
        line,
        topic.either("/handoffs/" + topic.gravest().about(), "/shift-changes/" + topic.bundle()));
  }
}
