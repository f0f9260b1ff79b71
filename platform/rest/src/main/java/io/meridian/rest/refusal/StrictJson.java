package io.meridian.rest.refusal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.meridian.rest.text.StorableText;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * JSON is taken as written: no unknown fields, no coercion, no nulls in lists, no text that cannot
 * be stored ({@link StorableText}).
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
  private static final int DEPTH_MAX = 64;

  /** Values, names, brackets: more than any body of ours has, fewer than what would hurt. */
  private static final long TOKENS_MAX = 1_000_000;

  private static final int NAME_LENGTH_MAX = 1_000;

  /** Last, so that these readers win over those of the date and time module. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.enable(
        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
    allowNoCoercion(mapper);
    mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MAX)
                .maxTokenCount(TOKENS_MAX)
                .maxNameLength(NAME_LENGTH_MAX)
                .build());
    mapper.registerModule(
        new SimpleModule("strict")
            .addDeserializer(String.class, new PlainText())
            .addKeyDeserializer(String.class, new Key())
            .addDeserializer(Instant.class, new Text<>(Instant.class, WireTime::read))
            .addDeserializer(Duration.class, new Text<>(Duration.class, StrictJson::duration)));
  }

  @SuppressWarnings("deprecation") // the builder cannot change a mapper that exists
  private static void allowNoCoercion(ObjectMapper mapper) {
    mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
    mapper
        .coercionConfigDefaults()
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String storable(String text, DeserializationContext context) throws IOException {
    if (StorableText.fault(text).isPresent()) {
      throw context.weirdStringException(text, String.class, "not acceptable text");
    }
    return text;
  }

  /** Reads the name of a map's entry. */
  private static final class Key extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return storable(key, context);
    }
  }

  /** Reads text. */
  private static final class PlainText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    PlainText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(this, "not a string");
      }
      return storable(parser.getText(), context);
    }
  }

  /** Reads a value that must be a JSON string. */
  private static final class Text<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, Optional<T>> read;

    Text(Class<T> type, Function<String, Optional<T>> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(this, "not a string");
      }
      Optional<T> value = read.apply(parser.getText());
      return value.isPresent()
          ? value.get()
          : context.reportInputMismatch(this, "not acceptable text");
    }
  }
}
