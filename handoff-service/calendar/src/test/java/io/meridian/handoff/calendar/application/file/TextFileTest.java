package io.meridian.handoff.calendar.application.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.meridian.rest.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_says_the_charset_whatever_the_header_says(String charset) {
    byte[] octets = "\uFEFFGr\u00FC\u00DFe".getBytes(Charset.forName(charset));
    TextFile file = TextFile.of(octets, MediaType.valueOf("text/plain;charset=us-ascii"));
    assertThat(file.text()).isEqualTo("Gr\u00FC\u00DFe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252", "\"ISO-8859-1\"", "IBM500"})
  void lines_are_unfolded_in_every_charset(String charset) {
    byte[] octets =
        "A:Gr\u00FC\r\n \u00DFe\r\n".getBytes(Charset.forName(charset.replace("\"", "")));
    TextFile file = TextFile.of(octets, MediaType.valueOf("text/calendar;charset=" + charset));
    assertThat(texts(file)).containsExactly("A:Gr\u00FC\u00DFe");
  }

  @Test
  void lines_are_unfolded_before_they_are_read_as_text() {
    byte[] octets = "A:\u00DF\uD83C\uDF34".getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < octets.length; cut++) {
      byte[] folded = new byte[octets.length + 3];
      System.arraycopy(octets, 0, folded, 0, cut);
      System.arraycopy("\r\n ".getBytes(StandardCharsets.US_ASCII), 0, folded, cut, 3);
      System.arraycopy(octets, cut, folded, cut + 3, octets.length - cut);
      assertThat(texts(TextFile.of(folded, null))).containsExactly("A:\u00DF\uD83C\uDF34");
    }
  }

  @Test
  void every_line_knows_its_number_whatever_ends_it() {
    TextFile file =
        TextFile.of("A:1\r\n\t1\rB:2\n\nC;X=\"a:b\":3\n".getBytes(StandardCharsets.UTF_8), null);
    assertThat(file.contentLines())
        .containsExactly(
            new ContentLine(1, "A", "", "11"),
            new ContentLine(3, "B", "", "2"),
            new ContentLine(5, "C", ";X=\"a:b\"", "3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no property", "DTSTART 20270706:1", "X;Y=\"a:1", "", ":"})
  void what_is_no_property_has_no_value_or_no_name(String text) {
    ContentLine line = ContentLine.of(1, text);
    assertThat(line.value() == null || line.name().isEmpty()).isTrue();
  }

  @Test
  void a_charset_that_nobody_knows_is_refused() {
    MediaType type = MediaType.valueOf("text/csv;charset=klingon");
    assertThat(catchThrowableOfType(Problem.class, () -> TextFile.of(new byte[0], type)).status())
        .isEqualTo(415);
  }

  private static List<String> texts(TextFile file) {
    return file.contentLines().stream().map(ContentLine::text).toList();
  }
}
