package io.meridian.rest.refusal;

import io.meridian.rest.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;

/** What the head of a request must not say, whatever is asked for: RFC 9110, RFC 9112. */
final class RequestHead {
  private static final String NO_CODING = "identity";
  private static final String GO_ON = "100-continue";
  private static final String CHUNKED = "chunked";

  private RequestHead() {}

  /** Why the request is refused; empty when it is not. */
  static Optional<Problem> fault(HttpServerRequest request) {
    if (UndecodablePaths.has(request)) {
      return Optional.of(Refusals.ofStatus(400));
    } else if (!namesOneHost(request)) {
      return Optional.of(
          Problem.invalid("header:Host", "one-host", "must be given once, as a host and its port"));
    } else if (hasTwoLengths(request)) {
      return Optional.of(
          Problem.invalid(
              "header:Transfer-Encoding",
              "ambiguous-length",
              "must be chunked alone, and without a Content-Length"));
    } else if (hasOther(request, HttpHeaders.EXPECT, GO_ON)) {
      return Optional.of(
          Problem.of(417, "expectation-failed", "Only Expect: 100-continue can be met"));
    } else if (hasOther(request, HttpHeaders.CONTENT_ENCODING, NO_CODING)) {
      return Optional.of(Problem.unsupportedCoding(NO_CODING));
    }
    return Optional.empty();
  }

  /** RFC 9112 section 3.2; before HTTP/1.1 a host need not be named. */
  private static boolean namesOneHost(HttpServerRequest request) {
    return request.version() != HttpVersion.HTTP_1_1
        || request.headers().getAll(HttpHeaders.HOST).size() == 1 && request.authority() != null;
  }

  /**
   * Whether others could see the body end elsewhere than we do (RFC 9112 section 6.3): whoever
   * answers such a request must close the connection.
   */
  static boolean hasTwoLengths(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    return !codings.isEmpty()
        && (codings.size() > 1
            || !codings.getFirst().strip().equalsIgnoreCase(CHUNKED)
            || request.headers().contains(HttpHeaders.CONTENT_LENGTH));
  }

  /** Whether a list of words that a header holds has one that is not this. */
  private static boolean hasOther(HttpServerRequest request, CharSequence header, String word) {
    return request.headers().getAll(header).stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .map(String::strip)
        .anyMatch(one -> !one.isEmpty() && !one.equalsIgnoreCase(word));
  }
}
