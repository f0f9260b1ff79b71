package io.meridian.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LanesTest {

  private final List<String> sent = new ArrayList<>();
  private final Queue<Promise<Void>> underWay = new ArrayDeque<>();
  private final Lanes lanes = new Lanes(8, this::send);

  @Test
  void an_incidents_next_update_waits_for_the_answer_to_the_one_before() throws Exception {
    lanes.offer(update("INC1", "first"));
    lanes.offer(update("INC1", "second"));
    assertThat(sent).containsExactly("first");

    underWay.remove().complete();

    assertThat(sent).containsExactly("first", "second");
  }

  @Test
  void another_incidents_update_does_not_wait() throws Exception {
    lanes.offer(update("INC1", "one"));
    lanes.offer(update("INC2", "two"));

    assertThat(sent).containsExactly("one", "two");
  }

  @Test
  void it_is_empty_when_everything_has_been_answered() throws Exception {
    lanes.offer(update("INC1", "only"));
    underWay.remove().complete();

    lanes.awaitEmpty();

    assertThat(underWay).isEmpty();
  }

  private Future<Void> send(IncidentUpdate update) {
    sent.add(new String(update.body(), StandardCharsets.UTF_8));
    Promise<Void> answer = Promise.promise();
    underWay.add(answer);
    return answer.future();
  }

  private static IncidentUpdate update(String number, String body) {
    return new IncidentUpdate(number, body.getBytes(StandardCharsets.UTF_8));
  }
}
