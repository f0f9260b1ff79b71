package io.meridian.handoff.notification.domain;

/**
 * What a person reads.
 *
 * @param subject one line
 * @param text plain, without the link
 * @param link where to act on it
 */
public record Message(String subject, String text, String link) {

  /** Text and link, as a mail has them. */
  public String body() {
    return text + "\n" + link + "\n";
  }
}
