package io.meridian.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The demo world: three regions with the shifts FTS-A, twelve TAMs, ten customers with whom to
 * tell, what each tier was promised, a few open escalations: some travel, some live at home and
 * rest at night.
 *
 * @param calendar the whole configuration as {@code PUT /calendar} takes it
 * @param customers as {@code POST /customers} takes them
 * @param stakeholders as {@code PUT /customers/{id}/stakeholders} takes them, by the customer's
 *     reference
 * @param slaPolicies as {@code PUT /sla-policies/{tier}} takes them, by tier
 * @param escalations as {@code POST /escalations} takes them, with the customer by reference, and
 *     perhaps {@code serviceHours} as {@code PUT /escalations/{id}/service-hours} takes them
 * @param watchItems as {@code POST /watch-items} takes them, with the customer by reference, and
 *     {@code hours} from now instead of times
 */
public record World(
    ObjectNode calendar,
    List<ObjectNode> customers,
    ObjectNode stakeholders,
    ObjectNode slaPolicies,
    List<ObjectNode> escalations,
    List<ObjectNode> watchItems) {

  /** The world that ships with the stack. */
  public static World ofTheHouse() {
    try (InputStream json = World.class.getResourceAsStream("world.json")) {
      JsonNode world = JsonMapper.builder().build().readTree(json);
      return new World(
          (ObjectNode) world.get("calendar"),
          objects(world.path("customers")),
          (ObjectNode) world.get("stakeholders"),
          (ObjectNode) world.get("slaPolicies"),
          objects(world.path("escalations")),
          objects(world.path("watchItems")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids of all TAMs, leads included. */
  public List<String> tams() {
    return calendar.path("tams").findValuesAsText("id");
  }

  /** The id by which other systems know a customer. */
  static String reference(JsonNode customer) {
    return customer.path("externalRefs").path(0).path("id").asText();
  }

  /** The same world, its rotations handing over every day, so that a short demo sees everybody. */
  public World withDailyRotations() {
    ObjectNode daily = calendar.deepCopy();
    daily.path("rotations").forEach(rotation -> ((ObjectNode) rotation).put("period", "DAILY"));
    return new World(daily, customers, stakeholders, slaPolicies, escalations, watchItems);
  }

  private static List<ObjectNode> objects(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(ObjectNode.class::cast).toList();
  }
}
