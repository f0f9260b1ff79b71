package io.meridian.local.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.meridian.local.stack.StackRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Calendars as YAML (JSON is YAML too). */
public final class CalendarFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .stringQuotingChecker(new Cautious())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CalendarFile() {}

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
      JsonNode tree = YAML.readTree(text);
      if (tree instanceof ObjectNode calendar) {
        return calendar;
      }
      throw new StackRefusal(name + ": must be a calendar: regions, tams, rotations, …");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new StackRefusal(
          name + ":" + line + ": " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    }
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
