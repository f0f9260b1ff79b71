package io.meridian.console.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service said no with (RFC 9457). */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int UNAUTHORIZED = 401;

  private final transient Problem problem;

  /**
   * The refusal's body.
   *
   * @param detail what is wrong, for people
   * @param errors the single places that are wrong
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Problem(
      int status,
      @Nullable String title,
      @Nullable String detail,
      @Nullable List<Violation> errors,
      @Nullable String traceId) {}

  /**
   * One thing that is wrong.
   *
   * @param pointer where in what was sent, e.g. {@code /readBack}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Violation(String pointer, @Nullable String detail) {}

  public Refusal(Problem problem) {
    super(problem.detail() == null ? "refused: " + problem.status() : problem.detail());
    this.problem = problem;
  }

  /** The HTTP status. */
  public int status() {
    return problem.status();
  }

  /** Whether the service does not know any more who asks. */
  public boolean isOfNobody() {
    return status() == UNAUTHORIZED;
  }

  /** What is wrong, for people; empty when the service did not say. */
  public String detail() {
    return problem.detail() == null ? "" : problem.detail();
  }

  /** The trace by which the service's log knows the request; empty without one. */
  public String traceId() {
    return problem.traceId() == null ? "" : problem.traceId();
  }

  /** The single places that are wrong; none when the whole is. */
  public List<Violation> places() {
    return problem.errors() == null ? List.of() : problem.errors();
  }

  /** What is wrong at this place of what was sent; null when nothing is. */
  public @Nullable String at(String pointer) {
    return places().stream()
        .filter(violation -> violation.pointer().equals(pointer))
        .map(Violation::detail)
        .findFirst()
        .orElse(null);
  }
}
