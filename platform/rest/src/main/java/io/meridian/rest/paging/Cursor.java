package io.meridian.rest.paging;

import io.meridian.rest.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Sort keys as opaque text: each value behind its length, in base64url. */
final class Cursor {
  private static final int LENGTH_MAX = 4096;

  /** An instant of a year below 0 or above 9999, which no row of ours has. */
  private static final Pattern BEYOND_TIME = Pattern.compile("[+-]\\d+-\\d\\d-\\d\\dT.*");

  private Cursor() {}

  static String encode(List<String> values) {
    StringBuilder text = new StringBuilder();
    for (String value : values) {
      text.append(value.length()).append(':').append(value);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static List<String> decode(String cursor) {
    if (cursor.isEmpty() || cursor.length() > LENGTH_MAX) {
      throw invalid();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      List<String> values =
          split(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      if (!encode(values).equals(cursor) || values.stream().anyMatch(Cursor::isUnstorable)) {
        throw invalid();
      }
      return values;
    } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException e) {
      throw invalid();
    }
  }

  private static boolean isUnstorable(String value) {
    return value.indexOf(0) >= 0 || BEYOND_TIME.matcher(value).matches();
  }

  static Problem invalid() {
    return Problem.invalid("?cursor", "unknown-cursor", "is not a cursor of this list");
  }

  private static List<String> split(String text) {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      int end = colon + 1 + Integer.parseInt(text.substring(at, colon));
      values.add(text.substring(colon + 1, end));
      at = end;
    }
    return List.copyOf(values);
  }
}
