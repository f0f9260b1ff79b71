package io.meridian.local.calendar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.meridian.local.stack.StackRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Calendars as YAML (JSON is YAML too). Where the schema wants text, text is read: an OFF, NO or
 * 2026 that nobody quoted is no truth value and no number.
 */
public final class CalendarFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .stringQuotingChecker(new Cautious())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                  .build())
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> NUMBERS = numbers();

  private CalendarFile() {}

  /** The fields of the schema that are numbers. */
  private static Set<String> numbers() {
    Set<String> numbers = new HashSet<>();
    for (JsonNode entry : schema().path("$defs")) {
      for (Map.Entry<String, JsonNode> field : entry.path("properties").properties()) {
        if (field.getValue().path("type").toString().contains("integer")) {
          numbers.add(field.getKey());
        }
      }
    }
    return numbers;
  }

  private static JsonNode schema() {
    try (InputStream schema = CalendarFile.class.getResourceAsStream("/calendar.schema.json")) {
      return YAML.readTree(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Quotes whatever some reader of YAML takes for a number, a time or a date. */
  private static final class Cautious extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteValue(String value) {
      return super.needToQuoteValue(value)
          || value.isEmpty()
          || "0123456789+-.".indexOf(value.charAt(0)) >= 0;
    }
  }

  /**
   * Reads a calendar.
   *
   * @param file {@code -} is the standard input
   * @throws StackRefusal when it cannot be read as YAML
   */
  public static ObjectNode read(Path file) {
    try {
      String text =
          file.toString().equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(file);
      return parse(file.toString(), text);
    } catch (NoSuchFileException e) {
      throw new StackRefusal(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new StackRefusal(file + ": " + e.getMessage(), e);
    }
  }

  static ObjectNode parse(String name, String text) {
    try {
      JsonNode tree = YAML.readValue(texts(text).asParser(), JsonNode.class);
      if (tree instanceof ObjectNode calendar) {
        return calendar;
      }
      throw new StackRefusal(name + ": must be a calendar: regions, tams, rotations, …");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new StackRefusal(
          name + ":" + line + ": " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TokenBuffer texts(String text) throws IOException {
    TokenBuffer texts = new TokenBuffer(YAML, false);
    try (JsonParser parser = YAML.createParser(text)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if ((t.isBoolean() || t.isNumeric()) && !NUMBERS.contains(parser.currentName())) {
          texts.writeString(parser.getText());
        } else {
          texts.copyCurrentEvent(parser);
        }
      }
    }
    return texts;
  }

  /** The calendar as YAML, without the fields that are not set. */
  public static String write(JsonNode calendar) {
    try {
      return YAML.writeValueAsString(withoutNulls(calendar.deepCopy()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(field -> field.getValue().isNull());
    }
    node.forEach(CalendarFile::withoutNulls);
    return node;
  }
}
