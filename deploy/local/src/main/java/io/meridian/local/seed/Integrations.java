package io.meridian.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.local.client.Api;
import io.meridian.local.stack.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The ticketing systems of a data folder, with their secrets, in a file for its owner only. */
public final class Integrations {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  public Integrations(DataFolder data) {
    this.file = data.root().resolve("integrations.json");
  }

  /**
   * The integration of this kind; made known to the house when the folder has none.
   *
   * @param kind {@code generic} or {@code servicenow}
   * @param admin with an administrator's token
   */
  public Integration ensure(String kind, String name, Api admin) throws IOException {
    ObjectNode known =
        Files.exists(file)
            ? (ObjectNode) JSON.readTree(Files.readString(file))
            : JSON.createObjectNode();
    JsonNode one = known.path(kind);
    if (one.isMissingNode()) {
      JsonNode made =
          admin
              .post("/integrations", Map.of("kind", kind, "name", name), Map.of())
              .orRefuse("POST /integrations");
      one = known.putObject(kind).put("id", made.path("id").asText());
      ((ObjectNode) one).put("secret", made.path("secret").asText());
      DataFolder.writeSecret(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(known));
    }
    return new Integration(kind, one.path("id").asText(), one.path("secret").asText());
  }
}
