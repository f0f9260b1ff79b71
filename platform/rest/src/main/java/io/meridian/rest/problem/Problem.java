package io.meridian.rest.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal, thrown where it is known and rendered once as {@code application/problem+json}. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;
  private final transient List<Violation> violations;
  private final transient Map<String, String> headers;
  private final transient Map<String, Object> members;

  private Problem(
      int status,
      String code,
      String detail,
      List<Violation> violations,
      Map<String, String> headers) {
    this(status, code, detail, violations, headers, Map.of());
  }

  private Problem(
      int status,
      String code,
      String detail,
      List<Violation> violations,
      Map<String, String> headers,
      Map<String, Object> members) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.violations = List.copyOf(violations);
    this.headers = Map.copyOf(headers);
    this.members = Map.copyOf(members);
  }

  /** 404: {@code what} (a noun, e.g. "customer") with this id does not exist. */
  public static Problem notFound(String what, Object id) {
    return of(404, "not-found", what + " " + id + " does not exist");
  }

  /** 409: the request is well-formed, but the resource's state forbids it. */
  public static Problem conflict(String code, String detail) {
    return of(409, code, detail);
  }

  /** 409 because of these places: what is asked would leave them without what they refer to. */
  public static Problem conflict(String code, String detail, List<Violation> violations) {
    return new Problem(409, code, detail, violations, Map.of());
  }

  /** 403: the caller is known and may not do this. */
  public static Problem forbidden(String detail) {
    return of(403, "forbidden", detail);
  }

  /** 401: the caller is not known, or not believed. */
  public static Problem unauthorized(String detail) {
    return new Problem(
        401, "unauthorized", detail, List.of(), Map.of("WWW-Authenticate", "Bearer"));
  }

  /** 400: one field, parameter or header is wrong; see {@link Violation} for the pointer. */
  public static Problem invalid(String pointer, String code, String detail) {
    return invalid(List.of(new Violation(pointer, code, detail)));
  }

  /** 400: these fields, parameters or headers are wrong. */
  public static Problem invalid(List<Violation> violations) {
    return new Problem(400, "invalid-request", summary(violations), violations, Map.of());
  }

  /** 422: well-formed, but it cannot be meant. */
  public static Problem unprocessable(List<Violation> violations) {
    return new Problem(422, "unprocessable", summary(violations), violations, Map.of());
  }

  /** 422 with a problem type of its own. */
  public static Problem unprocessable(String code, String detail) {
    return of(422, code, detail);
  }

  /**
   * 412: the resource has changed since the caller read it.
   *
   * @param etag the current entity tag with its quotes, sent along as {@code ETag}
   */
  public static Problem preconditionFailed(String etag) {
    return new Problem(
        412,
        "precondition-failed",
        "The resource has changed; its entity tag is now " + etag,
        List.of(),
        Map.of("ETag", etag));
  }

  /**
   * 412 that shows the resource as it is now, so that the caller can decide without another
   * request.
   *
   * @param current what a GET would answer; sent along as the member {@code current}
   */
  public static Problem preconditionFailed(String etag, Object current) {
    Problem plain = preconditionFailed(etag);
    return new Problem(
        plain.status,
        plain.code,
        plain.detail(),
        List.of(),
        plain.headers,
        Map.of("current", current));
  }

  /** 428: a change needs {@code If-Match}. */
  public static Problem preconditionRequired() {
    return of(
        428, "precondition-required", "Send If-Match with the ETag of the resource you have read");
  }

  /** 413: the body is longer than {@code limitBytes}. */
  public static Problem tooLarge(long limitBytes) {
    return of(413, "too-large", "The body is longer than " + limitBytes + " bytes");
  }

  /**
   * 415: the body came in a content coding that is not read (RFC 9110 section 15.5.16).
   *
   * @param read the coding that is, sent along as {@code Accept-Encoding}
   */
  public static Problem unsupportedCoding(String read) {
    return new Problem(
        415,
        "unsupported-content-encoding",
        "Bodies are read without a Content-Encoding only",
        List.of(),
        Map.of("Accept-Encoding", read));
  }

  /** 429: too many requests; the caller may try again after this time (sent in whole seconds). */
  public static Problem tooManyRequests(Duration retryAfter) {
    return new Problem(
        429, "too-many-requests", "Too many requests", List.of(), retryAfter(retryAfter));
  }

  /** 503: not now; the caller may try again after this time (sent in whole seconds). */
  public static Problem unavailable(Duration retryAfter) {
    return new Problem(
        503, "unavailable", "The service cannot answer now", List.of(), retryAfter(retryAfter));
  }

  /** Any other refusal; {@code code} becomes the last part of the problem's type. */
  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), Map.of());
  }

  /** The last part of the problem's type, lower-case words with hyphens. */
  public String code() {
    return code;
  }

  /** The HTTP status, 400 to 599. */
  public int status() {
    return status;
  }

  /** What is wrong in the request, if single places can be named. */
  public List<Violation> violations() {
    return violations;
  }

  /** Headers to send along, e.g. {@code Retry-After}. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Members of the body beyond those that every problem has (RFC 9457 section 3.2). */
  public Map<String, Object> members() {
    return members;
  }

  /** What is wrong, for people. */
  public String detail() {
    @Nullable String message = getMessage();
    return message == null ? code : message;
  }

  private static String summary(List<Violation> violations) {
    if (violations.size() == 1) {
      Violation only = violations.getFirst();
      return (only.pointer().isEmpty() ? "" : only.pointer() + ": ") + only.detail();
    }
    return violations.size() + " values are not acceptable";
  }

  private static Map<String, String> retryAfter(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return Map.of("Retry-After", Long.toString(seconds));
  }
}
