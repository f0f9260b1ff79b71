package io.meridian.console.client;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes events of the lines of a stream, as the HTML standard reads {@code text/event-stream}. */
final class EventLines implements Handler<Buffer> {
  private final Consumer<StreamEvent> listener;
  private @Nullable String name;
  private @Nullable String id;
  private StringJoiner data = noData();

  /**
   * @param listener is told each event, and each comment as a beat
   */
  EventLines(Consumer<StreamEvent> listener) {
    this.listener = listener;
  }

  /** The next line, without its end. */
  @Override
  public void handle(Buffer line) {
    String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
    int colon = text.indexOf(':');
    if (text.isEmpty()) {
      dispatch();
    } else if (colon == 0) {
      listener.accept(StreamEvent.BEAT);
    } else if (colon > 0) {
      field(text.substring(0, colon), text.substring(colon + 1).stripLeading());
    }
  }

  private void field(String field, String value) {
    switch (field) {
      case "event" -> name = value;
      case "id" -> id = value;
      case "data" -> data.add(value);
      default -> {} // a field of a later version
    }
  }

  private void dispatch() {
    if (name != null) {
      listener.accept(new StreamEvent(name, id, data.toString()));
    }
    name = null;
    id = null;
    data = noData();
  }

  private static StringJoiner noData() {
    return new StringJoiner("\n");
  }
}
