package io.meridian.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.client.Api;
import io.meridian.local.stack.StackRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** When the next shift change is, and whom to be to see it. */
final class NextShiftChange {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  private final Api manager;

  /**
   * @param manager who asks
   */
  NextShiftChange(Api manager) {
    this.manager = manager;
  }

  /** A duty that begins or ends. */
  private record Duty(String region, JsonNode tam, Instant at) {
    String named() {
      return "%s (%s)".formatted(tam.path("name").asText(), tam.path("id").asText());
    }
  }

  /** In a line; empty while nobody is on duty, or the house does not say. */
  String inWords() {
    try {
      return told();
    } catch (StackRefusal e) {
      return "";
    }
  }

  private String told() {
    JsonNode now = body("/on-duty");
    Optional<Duty> leaving =
        items(now)
            .filter(duty -> duty.path("tier").asText().equals("PRIMARY"))
            .map(duty -> new Duty(text(duty, "region"), duty.path("tam"), at(duty, "until")))
            .min(Comparator.comparing(Duty::at));
    return leaving.map(duty -> inWords(at(now, "at"), duty)).orElse("");
  }

  private String inWords(Instant now, Duty leaving) {
    String to = coming(now, leaving.at()).map(this::gets).orElse(".");
    return "Next shift change: %s ends its duty at %s, in %s. Be %s, who has %s%s"
        .formatted(
            leaving.region(),
            clock(leaving),
            lasting(Duration.between(now, leaving.at())),
            leaving.named(),
            counted("/accountability?tam=" + leaving.tam().path("id").asText()),
            to);
  }

  private String gets(Duty coming) {
    String id = coming.tam().path("id").asText();
    return ", or %s, who comes on at %s and is offered %s."
        .formatted(coming.named(), clock(coming), counted("/handoffs?state=OFFERED&to=" + id));
  }

  /** Who begins next before or at this end: their shift takes over what is left. */
  private Optional<Duty> coming(Instant now, Instant end) {
    return items(body("/regions"))
        .flatMap(
            region ->
                items(
                    body(
                        "/shifts?region=%s&from=%s&to=%s"
                            .formatted(text(region, "code"), now, end.plusSeconds(1)))))
        .filter(shift -> at(shift, "start").isAfter(now) && shift.path("primary").isObject())
        .map(shift -> new Duty(text(shift, "region"), shift.path("primary"), at(shift, "start")))
        .min(Comparator.comparing(Duty::at));
  }

  private String clock(Duty duty) {
    ZoneId zone =
        items(body("/regions"))
            .filter(region -> text(region, "code").equals(duty.region()))
            .map(region -> ZoneId.of(text(region, "zone")))
            .findFirst()
            .orElse(ZoneId.of("UTC"));
    String city = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
    return CLOCK.format(duty.at().atZone(zone)) + " " + city;
  }

  private String counted(String list) {
    return Integer.toString(manager.all(list).size());
  }

  private JsonNode body(String path) {
    return manager.get(path).orRefuse(path);
  }

  private static Stream<JsonNode> items(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private static Instant at(JsonNode node, String field) {
    return Instant.parse(text(node, field));
  }

  private static String lasting(Duration duration) {
    long minutes = duration.toMinutes();
    return minutes < 60 ? minutes + " min" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
  }
}
