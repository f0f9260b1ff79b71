package io.meridian.rest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "Noëlle O'Brien-Ng", "山田 太郎", "tam-kai", "🙂", "a\u00a0b"})
  void names_are_lines(String name) {
    assertThat(OneLine.fault(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\rb",
        "a\tb",
        "\u0000",
        "\u001b[0m",
        "\u0085",
        "\u2028",
        "\u2029",
        "\u202etxt",
        "a\u200bb",
        "\ufeffa",
        "\u2066a"
      })
  void what_ends_a_line_or_cannot_be_seen_is_no_part_of_a_name(String name) {
    assertThat(OneLine.fault(name)).contains(OneLine.MESSAGE);
    assertThat(("a@" + name + "b.example").matches(OneLine.MAIL_ADDRESS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dana@acme.example", "dana.o'roy+x@müller.example", "用户@例子.广告"})
  void mail_addresses_are_taken_in_any_script(String address) {
    assertThat(address).matches(OneLine.MAIL_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dana",
        "@acme.example",
        "dana@",
        "a@b@c",
        "Dana <dana@acme.example>",
        "a@b.example,c",
        "a b@c.example",
        "a@b.example\nBcc: c@d.example",
        "\"a\"@b.example",
        "a@[10.0.0.1]"
      })
  void what_would_be_more_than_one_address_in_a_header_is_none(String address) {
    assertThat(address).doesNotMatch(OneLine.MAIL_ADDRESS);
  }
}
