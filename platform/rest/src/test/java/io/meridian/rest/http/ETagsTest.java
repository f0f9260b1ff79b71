package io.meridian.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.meridian.rest.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "*", " \"7\" ", "\"6\", \"7\"", "W/\"7\", \"7\""})
  void the_current_tag_passes(String ifMatch) {
    assertThatCode(() -> ETags.requireMatch(ifMatch, 7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none|428",
        "' '|428",
        "\"6\"|412",
        "W/\"7\"|412",
        "\"\"|412",
        "\"5\", \"6\"|412",
        "7|400",
        "\"7|400",
        "\"7\",|400",
      })
  void anything_else_is_refused(String ifMatch, int status) {
    Problem problem = catchThrowableOfType(Problem.class, () -> ETags.requireMatch(ifMatch, 7));
    assertThat(problem.status()).isEqualTo(status);
  }

  @org.junit.jupiter.api.Test
  void a_stale_writer_is_told_the_current_tag() {
    Problem problem = catchThrowableOfType(Problem.class, () -> ETags.requireMatch("\"6\"", 7));
    assertThat(problem.headers()).containsEntry("ETag", "\"7\"");
  }
}
