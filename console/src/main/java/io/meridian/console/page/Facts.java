package io.meridian.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.console.page.FactsPage.Fact;
import io.meridian.console.page.ListPage.Item;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabels;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads an answer of a service as facts, whatever is in it. */
final class Facts {
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Set<String> FOR_PROGRAMS = Set.of("links", "revision", "version");
  private static final List<String> NAMES = List.of("shortId", "subject", "name", "tier", "id");
  private static final List<String> DETAILS =
      List.of("severity", "status", "customerName", "title", "kind", "recipient", "tier", "system");
  private static final int DEPTH_MAX = 4;

  private final TimeLabels times;

  Facts(TimeLabels times) {
    this.times = times;
  }

  /** What is in it, in its order. */
  List<Fact> of(JsonNode answer) {
    List<Fact> facts = new ArrayList<>();
    add(facts, answer, 0);
    return facts;
  }

  private void add(List<Fact> facts, JsonNode object, int depth) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!FOR_PROGRAMS.contains(field.getKey())) {
        add(facts, words(field.getKey()), field.getValue(), depth);
      }
    }
  }

  private void add(List<Fact> facts, String label, JsonNode value, int depth) {
    if (value.isObject() && depth < DEPTH_MAX) {
      facts.add(new Fact(depth, label, ForeignText.NONE, null));
      add(facts, value, depth + 1);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        add(facts, value.size() == 1 ? label : label + " " + (i + 1), value.get(i), depth);
      }
    } else if (!value.isNull()) {
      facts.add(fact(depth, label, value.asText()));
    }
  }

  private Fact fact(int depth, String label, String text) {
    if (INSTANT.matcher(text).matches()) {
      try {
        return new Fact(depth, label, ForeignText.NONE, times.at(Instant.parse(text)));
      } catch (DateTimeException e) {
        return new Fact(depth, label, ForeignText.of(text), null);
      }
    }
    return new Fact(
        depth, label, text.isBlank() ? ForeignText.of("–") : ForeignText.of(text), null);
  }

  /** {@code openedAt} as people write it. */
  private static String words(String name) {
    return ForeignText.plain(HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT));
  }

  /** The things of a page of a list that have a page of their own here. */
  static List<Item> items(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .filter(item -> item.path("links").path("html").isTextual())
        .map(Facts::item)
        .toList();
  }

  private static Item item(JsonNode item) {
    String name = first(item, NAMES).orElse("?");
    String detail =
        DETAILS.stream()
            .map(field -> item.path(field).asText(""))
            .filter(text -> !text.isBlank() && !text.equals(name))
            .reduce((one, other) -> one + " · " + other)
            .orElse("");
    return new Item(
        item.path("links").path("html").asText(), ForeignText.of(name), ForeignText.of(detail));
  }

  private static java.util.Optional<String> first(JsonNode item, List<String> fields) {
    Stream<String> texts = fields.stream().map(field -> item.path(field).asText(""));
    return texts.filter(Objects::nonNull).filter(text -> !text.isBlank()).findFirst();
  }
}
