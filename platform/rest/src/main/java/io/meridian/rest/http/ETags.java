package io.meridian.rest.http;

import io.meridian.rest.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags made of a resource's revision. */
public final class ETags {
  private static final int CONTENT_BYTES = 10;
  private static final Pattern TAG = Pattern.compile("\\s*(W/)?(\"[\\x21\\x23-\\x7e]*\")\\s*");

  private ETags() {}

  /** The strong entity tag of this revision, with its quotes: {@code "7"}. */
  public static String of(long revision) {
    return "\"" + revision + "\"";
  }

  /**
   * The strong entity tag of a resource without a revision of its own: equal content, equal tag.
   *
   * @param content all of the resource that a change can change
   */
  public static String ofContent(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, CONTENT_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Lets a change pass only if the caller has seen the current revision.
   *
   * @param ifMatch the header {@code If-Match}: {@code *}, or one or more entity tags
   * @throws Problem 428 without the header, 412 when it does not name the current revision, 400
   *     when it cannot be read
   */
  public static void requireMatch(@Nullable String ifMatch, long current) {
    String tag = of(current);
    if (!matches(ifMatch, tag)) {
      throw Problem.preconditionFailed(tag);
    }
  }

  /**
   * The same for any tag; who has not seen the current state is told it.
   *
   * @param current what a GET would answer
   */
  public static void requireMatch(@Nullable String ifMatch, String tag, Supplier<?> current) {
    if (!matches(ifMatch, tag)) {
      throw Problem.preconditionFailed(tag, current.get());
    }
  }

  private static boolean matches(@Nullable String ifMatch, String tag) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.preconditionRequired();
    }
    if (ifMatch.strip().equals("*")) {
      return true;
    }
    boolean matches = false;
    for (String candidate : ifMatch.split(",", -1)) {
      Matcher matcher = TAG.matcher(candidate);
      if (!matcher.matches()) {
        throw Problem.invalid(
            "header:If-Match", "malformed", "must hold entity tags in quotes, e.g. " + tag);
      }
      matches |= matcher.group(1) == null && tag.equals(matcher.group(2));
    }
    return matches;
  }

  /**
   * Whether the caller has the current state already (RFC 9110 section 13.1.2: weak comparison).
   *
   * @param ifNoneMatch the header {@code If-None-Match}
   */
  public static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    if (ifNoneMatch.strip().equals("*")) {
      return true;
    }
    for (String candidate : ifNoneMatch.split(",", -1)) {
      Matcher matcher = TAG.matcher(candidate);
      if (matcher.matches() && tag.equals(matcher.group(2))) {
        return true;
      }
    }
    return false;
  }
}
