package io.meridian.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLinesTest {

  private static List<StreamEvent> of(String text) {
    List<StreamEvent> events = new ArrayList<>();
    EventLines lines = new EventLines(events::add);
    text.lines().map(Buffer::buffer).forEach(lines::handle);
    return events;
  }

  @Test
  void an_event_has_a_name_an_id_and_the_lines_of_its_data() {
    assertThat(of("event: handoff.offered\nid: 0.7\ndata: {\ndata:}\n\n"))
        .containsExactly(new StreamEvent("handoff.offered", "0.7", "{\n}"));
  }

  @Test
  void the_next_event_has_nothing_of_the_last() {
    assertThat(of("event: a\nid: 1\ndata: {}\n\nevent: b\n\n"))
        .containsExactly(new StreamEvent("a", "1", "{}"), new StreamEvent("b", null, ""));
  }

  @Test
  void a_comment_is_a_beat() {
    assertThat(of(":beat\n\n:\n")).containsExactly(StreamEvent.BEAT, StreamEvent.BEAT);
  }

  @Test
  void what_has_no_end_or_no_name_or_is_no_field_is_nothing() {
    assertThat(of("data: {}\n\nretry: 5\nwhatever\n\nevent: a\ndata: {}\n")).isEmpty();
  }
}
