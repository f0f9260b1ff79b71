package io.meridian.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.console.text.ForeignText.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "a\u202Eb",
        "a\u200Bb",
        "a\u200Db",
        "a\uFEFFb",
        "a\u0007b",
        "a\u2066b",
        "a\u2028b",
        "a\u00ADb"
      })
  void what_hides_or_reorders_is_shown_instead(String text) {
    assertThat(ForeignText.of(text)).hasToString("a\uFFFDb");
  }

  @Test
  void lines_and_tabs_stay_and_lines_have_one_end() {
    assertThat(ForeignText.of("a\r\nb\tc")).hasToString("a\nb\tc");
  }

  @Test
  void letters_of_every_script_stay() {
    assertThat(ForeignText.of("Żółć 東京 مرحبا ไทย 🚑")).hasToString("Żółć 東京 مرحبا ไทย 🚑");
  }

  @Test
  void an_address_of_the_web_is_a_link_without_the_stop_after_it() {
    assertThat(ForeignText.of("see https://example.com/a?b=c. Then call").pieces())
        .containsExactly(
            new Piece("see ", null),
            new Piece("https://example.com/a?b=c", "https://example.com/a?b=c"),
            new Piece(". Then call", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "data:text/html,x", "ftp://example.com", "//example.com"})
  void no_other_address_is_a_link(String text) {
    assertThat(ForeignText.of(text).pieces()).containsExactly(new Piece(text, null));
  }

  @Test
  void nothing_is_nothing() {
    assertThat(ForeignText.of(null).isPresent()).isFalse();
    assertThat(ForeignText.of(" \n ").isPresent()).isFalse();
  }
}
