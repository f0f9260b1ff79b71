package io.meridian.escalation.intake.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.escalation.escalation.domain.Order;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import io.meridian.rest.text.OneLine;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFieldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-03-08T07:00:00Z");
  private static final String ALARM = "\ud83d\udea8";

  private static ForeignFields strict(String json) {
    return fields(json, false);
  }

  private static ForeignFields loose(String json) {
    return fields(json, true);
  }

  private static ForeignFields fields(String json, boolean loose) {
    try {
      return new ForeignFields(JSON.readTree(json), loose, NOW);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ForeignFields holding(String text) {
    ObjectNode object = JSON.createObjectNode().put("f", text);
    return new ForeignFields(object, false, NOW);
  }

  private static void assertRefused(ForeignFields fields, String code, String detail) {
    assertThatThrownBy(() -> fields.checked(""))
        .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
        .extracting(Problem::violations, InstanceOfAssertFactories.list(Violation.class))
        .containsExactly(new Violation("/f", code, detail));
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  /** Aimed at what hurts: halves of pairs, NUL, control characters, and lengths about the limit. */
  private static String text(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(3) == 0 ? 490 + random.nextInt(20) : random.nextInt(20);
    while (text.length() < length) {
      switch (random.nextInt(6)) {
        case 0 -> text.append(ALARM);
        case 1 -> text.append((char) (0xd800 + random.nextInt(0x800)));
        case 2 -> text.append((char) random.nextInt(0x20));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void any_text_becomes_one_that_can_be_stored(long seed) {
    String text = text(new Random(seed));

    String title = holding(text).title("f");
    String description = holding(text).text("f");

    if (title != null) {
      assertThat(new String(title.getBytes(UTF_8), UTF_8)).isEqualTo(title).isNotBlank();
      assertThat(title.codePointCount(0, title.length())).isBetween(1, 500);
      assertThat(title.chars()).noneMatch(Character::isISOControl);
    }
    if (description != null) {
      assertThat(new String(description.getBytes(UTF_8), UTF_8)).isEqualTo(description);
      assertThat(description).doesNotContain("\0");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void an_id_is_taken_as_it_is_or_refused(long seed) {
    String text = text(new Random(seed));
    ForeignFields fields = holding(text);
    boolean storable = !text.contains("\0") && new String(text.getBytes(UTF_8), UTF_8).equals(text);
    boolean good =
        storable
            && !text.isBlank()
            && OneLine.fault(text).isEmpty()
            && text.codePointCount(0, text.length()) <= 255;

    String id = fields.id("f");

    if (good) {
      assertThat(fields.checked(id)).isEqualTo(text);
    } else {
      assertThatThrownBy(() -> fields.checked(id)).isInstanceOf(Problem.class);
    }
  }

  @Test
  void a_long_title_is_shortened_at_a_code_point_and_named() {
    ForeignFields fields = holding(ALARM.repeat(501));

    assertThat(fields.title("f")).isEqualTo(ALARM.repeat(500));
    assertThat(fields.shortened()).containsExactly("f");
  }

  @Test
  void a_title_of_just_the_length_stays_whole_though_it_has_twice_as_many_units() {
    ForeignFields fields = holding(ALARM.repeat(500));

    assertThat(fields.title("f")).isEqualTo(ALARM.repeat(500));
    assertThat(fields.shortened()).isEmpty();
  }

  @Test
  void what_cannot_be_stored_is_replaced_in_texts() {
    assertThat(strict("{\"f\":\"a\\u0000b\\ud83dc\\n\"}").title("f")).isEqualTo("a\ufffdb\ufffdc");
    assertThat(strict("{\"f\":\"a\\nb\\u0007\"}").title("f")).isEqualTo("a b");
    assertThat(strict("{\"f\":\"a\\nb\\udc00\"}").text("f")).isEqualTo("a\nb\ufffd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"a\\ud800\"|wrong-type|must not hold half of a surrogate pair (U+D800 to U+DFFF)",
        "\"a\\u0000\"|wrong-type|must not hold a NUL character",
        "\"a\\n\"|wrong-type|must be one line without control or format characters",
        "\"a\\u202e\"|wrong-type|must be one line without control or format characters",
        "7|wrong-type|must be a string",
        "\" \"|required|must not be blank",
        "null|required|must not be blank",
      })
  void an_id_that_is_none_is_refused_by_its_reason(String value, String code, String detail) {
    ForeignFields fields = strict("{\"f\":" + value + "}");

    fields.id("f");

    assertRefused(fields, code, detail);
  }

  @Test
  void a_loose_sender_may_write_numbers_and_references() {
    ForeignFields fields =
        loose("{\"f\":7,\"g\":{\"value\":\"70\",\"display_value\":\"Network\"}}");

    assertThat(fields.id("f")).isEqualTo("7");
    assertThat(fields.display("g")).isEqualTo("Network");
    assertThat(fields.word("g")).isEqualTo("70");
    assertThat(fields.checked("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "1.5", "9007199254740992", "99999999999999999999", "\"3\"", "\"x\"", "1e3"})
  void a_count_is_a_whole_number_that_every_reader_of_json_understands(String value) {
    ForeignFields fields = strict("{\"f\":" + value + "}");

    assertThat(fields.counter("f")).isNull();
    assertRefused(fields, "out-of-range", "must be a whole number from 0 to 9007199254740991");
  }

  @Test
  void the_largest_count_is_taken() {
    assertThat(strict("{\"f\":9007199254740991}").counter("f"))
        .isEqualTo(new Order.Counter(9_007_199_254_740_991L));
    assertThat(loose("{\"f\":\"9007199254740991\"}").counter("f"))
        .isEqualTo(new Order.Counter(9_007_199_254_740_991L));
  }

  @Test
  void a_time_keeps_what_it_was_told_with() {
    assertThat(holding("2026-03-08T08:00:00.123456789+01:00").orderTime("f"))
        .isEqualTo(new Order.Time(Instant.parse("2026-03-08T07:00:00.123456789Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z"
      })
  void a_time_that_no_database_holds_is_refused(String time) {
    ForeignFields fields = holding(time);

    fields.time("f");

    assertRefused(fields, "wrong-type", "must be an instant such as 2026-03-08T07:00:00.123456Z");
  }

  @Test
  void a_time_far_ahead_of_our_clock_is_refused_as_an_order() {
    ForeignFields fields = holding("2026-03-08T07:05:00.001Z");

    fields.orderTime("f");

    assertRefused(fields, "too-far-ahead", "lies more than 5 minutes ahead of our clock, " + NOW);
    assertThat(holding("2026-03-08T07:05:00Z").orderTime("f")).isNotNull();
  }
}
