package io.meridian.handoff.handoff.application.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one form of RFC 8785, so that equal content has equal bytes. */
final class CanonicalJson {

  private CanonicalJson() {}

  /** The canonical bytes; those of the text itself when it is no JSON, which no seal then fits. */
  static byte[] of(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedUTF8();
    } catch (IOException e) {
      return json.getBytes(UTF_8);
    }
  }
}
