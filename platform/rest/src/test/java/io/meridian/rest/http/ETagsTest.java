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

  @org.junit.jupiter.api.Test
  void who_comes_late_is_shown_the_current_state() {
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> ETags.requireMatch("\"old\"", "\"new\"", () -> "as it is"));
    assertThat(problem.status()).isEqualTo(412);
    assertThat(problem.headers()).containsEntry("ETag", "\"new\"");
    assertThat(problem.members()).containsEntry("current", "as it is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none|false",
        "*|true",
        "\"a\"|true",
        "W/\"a\"|true",
        "\"b\", \"a\"|true",
        "\"b\"|false"
      })
  void what_the_caller_has_is_known_by_its_tag(String ifNoneMatch, boolean known) {
    assertThat(ETags.isKnown(ifNoneMatch, "\"a\"")).isEqualTo(known);
  }

  @org.junit.jupiter.api.Test
  void equal_content_has_equal_tags() {
    assertThat(ETags.ofContent(new byte[] {1, 2})).isEqualTo(ETags.ofContent(new byte[] {1, 2}));
    assertThat(ETags.ofContent(new byte[] {1, 2})).isNotEqualTo(ETags.ofContent(new byte[] {2}));
  }
}
