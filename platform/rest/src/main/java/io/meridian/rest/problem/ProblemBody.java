package io.meridian.rest.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.meridian.runtime.trace.Trace;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of every refusal, RFC 9457 {@code application/problem+json}.
 *
 * @param type {@code urn:meridian:problem:<code>}
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong with this request, for people
 * @param instance the path that was asked for
 * @param errors the single places that are wrong, if they can be named
 * @param traceId the trace of the request, as in the service's log
 * @param members what this refusal has beyond the others, each a member of the body
 */
@Schema(name = "Problem", description = "A refusal (RFC 9457)")
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors", "traceId"})
public record ProblemBody(
    @Schema(examples = "urn:meridian:problem:not-found") String type,
    @Schema(examples = "Not Found") String title,
    @Schema(examples = "404") int status,
    @Schema(examples = "There is nothing at this path") String detail,
    @Schema(examples = "/api/v1/nothing") String instance,
    List<Violation> errors,
    @Schema(examples = "4bf92f3577b34da6a3ce929d0e0e4736", nullable = true)
        @Nullable String traceId,
    @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {

  /** The media type of this body. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** What the caller of {@code path} is told, with the trace of the current request. */
  public static ProblemBody of(Problem problem, String path) {
    return of(problem, path, Trace.current().orElse(null));
  }

  /** The same with this trace. */
  public static ProblemBody of(Problem problem, String path, @Nullable Trace trace) {
    return new ProblemBody(
        "urn:meridian:problem:" + problem.code(),
        title(problem.status()),
        problem.status(),
        problem.detail(),
        path,
        problem.violations(),
        trace == null ? null : trace.traceId(),
        problem.members());
  }

  private static String title(int status) {
    return io.netty.handler.codec.http.HttpResponseStatus.valueOf(status).reasonPhrase();
  }
}
