package io.meridian.rest.http;

import io.meridian.rest.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags made of a resource's revision. */
public final class ETags {
  private static final Pattern TAG = Pattern.compile("\\s*(W/)?(\"[\\x21\\x23-\\x7e]*\")\\s*");

  private ETags() {}

  /** The strong entity tag of this revision, with its quotes: {@code "7"}. */
  public static String of(long revision) {
    return "\"" + revision + "\"";
  }

  /**
   * Lets a change pass only if the caller has seen the current revision.
   *
   * @param ifMatch the header {@code If-Match}: {@code *}, or one or more entity tags
   * @throws Problem 428 without the header, 412 when it does not name the current revision, 400
   *     when it cannot be read
   */
  public static void requireMatch(@Nullable String ifMatch, long current) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.preconditionRequired();
    }
    if (ifMatch.strip().equals("*")) {
      return;
    }
    String tag = of(current);
    boolean matches = false;
    for (String candidate : ifMatch.split(",", -1)) {
      Matcher matcher = TAG.matcher(candidate);
      if (!matcher.matches()) {
        throw Problem.invalid(
            "header:If-Match", "malformed", "must hold entity tags in quotes, e.g. " + tag);
      }
      matches |= matcher.group(1) == null && tag.equals(matcher.group(2));
    }
    if (!matches) {
      throw Problem.preconditionFailed(tag);
    }
  }
}
