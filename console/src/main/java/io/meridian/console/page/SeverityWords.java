package io.meridian.console.page;

import io.meridian.console.client.Severity;
import io.quarkus.qute.TemplateExtension;

/** How a severity is told apart without its colour. */
@TemplateExtension
final class SeverityWords {
  private SeverityWords() {}

  /** A shape of its own for each. */
  static String shape(Severity severity) {
    return switch (severity) {
      case SEV1 -> "■";
      case SEV2 -> "▲";
      case SEV3 -> "●";
      case SEV4 -> "○";
    };
  }
}
