package io.meridian.handoff.calendar.application.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Folds content lines as RFC 5545 section 3.1 has it: at 75 octets, not characters, never inside a
 * character, with CRLF at every end.
 */
final class OctetLines {

  private static final int OCTETS_MAX = 75;
  private static final byte[] END = {'\r', '\n'};

  private OctetLines() {}

  /**
   * @param text lines that end with CRLF, not folded
   */
  static byte[] fold(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + text.length() / 16);
    for (String line : text.split("\r\n")) {
      fold(line, out);
    }
    return out.toByteArray();
  }

  private static void fold(String line, ByteArrayOutputStream out) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int point = line.codePointAt(i);
      byte[] character = Character.toString(point).getBytes(StandardCharsets.UTF_8);
      if (octets + character.length > OCTETS_MAX) {
        out.writeBytes(END);
        out.write(' ');
        octets = 1;
      }
      out.writeBytes(character);
      octets += character.length;
      i += Character.charCount(point);
    }
    out.writeBytes(END);
  }
}
