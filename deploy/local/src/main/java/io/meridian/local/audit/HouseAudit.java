package io.meridian.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.client.Api;
import io.meridian.local.security.AuditKey;
import io.meridian.local.stack.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Verifies every chain of every service against the heads that were told to the broker. */
public final class HouseAudit {

  private final Api api;
  private final PublishedHeads heads;
  private final AuditKey key;
  private final Instant keptSince;

  /**
   * @param api the house's, as somebody who may read the audit log
   * @param broker settings of Kafka's client, of somebody who may read the heads
   * @param key what checks the heads' signatures
   * @param keptSince what was sealed since then may not have been forgotten
   */
  public HouseAudit(Api api, Map<String, Object> broker, AuditKey key, Instant keptSince) {
    this.api = api;
    this.heads = new PublishedHeads(broker);
    this.key = key;
    this.keptSince = keptSince;
  }

  /**
   * Verifies all.
   *
   * @param line takes what came of each chain
   * @return how much is wrong
   */
  public int verify(Consumer<String> line) {
    int faults = 0;
    for (Part service : Part.SERVICES) {
      Api own = api.below("/services/" + service.shortName());
      List<PublishedHead> told = heads.of(service.label());
      JsonNode chains = own.get("/audit/chains").orRefuse(service.label()).path("items");
      for (JsonNode name : chains) {
        faults += verify(service, own, name.asText(), told, line);
      }
    }
    return faults;
  }

  private int verify(
      Part service, Api own, String chain, List<PublishedHead> told, Consumer<String> line) {
    List<PublishedHead> its =
        told.stream()
            .filter(head -> head.service().equals(service.label()) && head.chain().equals(chain))
            .toList();
    ChainCheck.Outcome outcome =
        new ChainCheck((after, until) -> part(service, own, chain, after, until), key, keptSince)
            .against(its);
    line.accept(
        "%s %s: %d links, %d published heads: %s"
            .formatted(
                service.label(),
                chain,
                outcome.links(),
                outcome.heads(),
                outcome.faults().isEmpty() ? "intact" : "NOT INTACT"));
    outcome.faults().forEach(fault -> line.accept("    " + fault));
    return outcome.faults().size();
  }

  private static ChainCheck.Part part(Part service, Api own, String chain, long after, long until) {
    JsonNode answer =
        own.get("/audit/chains/%s/verification?after=%d&until=%d".formatted(chain, after, until))
            .orRefuse(service.label());
    List<String> faults = new ArrayList<>();
    for (JsonNode fault : answer.path("faults")) {
      faults.add(
          "link %d: %s".formatted(fault.path("position").asLong(), fault.path("kind").asText()));
    }
    return new ChainCheck.Part(
        answer.path("after").asLong(),
        answer.path("head").path("position").asLong(),
        answer.path("head").path("hash").asText(),
        faults,
        answer.path("complete").asBoolean());
  }
}
