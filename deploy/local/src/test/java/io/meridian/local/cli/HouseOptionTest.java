package io.meridian.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import io.meridian.local.security.SigningKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another house, which writes down what it is shown. */
class HouseOptionTest {

  @TempDir private Path folder;

  private final List<String> shown = new CopyOnWriteArrayList<>();
  private HttpServer house;

  @BeforeEach
  void open() throws Exception {
    assumeThat(System.getenv("MERIDIAN_TOKEN")).isNull();
    SigningKey.create(folder); // a stack has been here
    house = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    house.createContext(
        "/",
        exchange -> {
          shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] calendar = "{\"regions\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, calendar.length);
          exchange.getResponseBody().write(calendar);
          exchange.close();
        });
    house.start();
  }

  @AfterEach
  void close() {
    house.stop(0);
  }

  private int export(String... more) {
    List<String> line = new java.util.ArrayList<>(List.of("calendar", "export", "--url"));
    line.add("http://127.0.0.1:" + house.getAddress().getPort());
    line.addAll(List.of("--data", folder.toString()));
    line.addAll(List.of(more));
    return Meridian.execute(line.toArray(String[]::new));
  }

  @Test
  void another_house_is_never_shown_a_token_of_the_local_stack() {
    assertThat(export()).isEqualTo(2);
    assertThat(export("--token", " ")).isEqualTo(2);
    assertThat(shown).isEmpty();
  }

  @Test
  void another_house_is_shown_the_token_that_was_given_for_it() {
    assertThat(export("--token", "theirs")).isZero();
    assertThat(shown).containsExactly("Bearer theirs");
  }
}
