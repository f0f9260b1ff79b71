package io.meridian.handoff.notification.domain;

import org.jspecify.annotations.Nullable;

/** Texts without line breaks and other runs of white space. */
final class OneLine {

  private OneLine() {}

  static String of(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").strip();
  }
}
