package io.meridian.runtime.outbox;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.meridian.events.Event;
import io.meridian.events.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON: ISO 8601 instants and durations, absent means null. Reading tolerates fields of
 * later versions and insists on every component that is not nullable.
 */
@ApplicationScoped
public class EventCodec {
  private static final JsonInclude.Value NON_NULL =
      JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS);

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module(), instants())
          .annotationIntrospector(new NullMarked())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(NON_NULL)
          .build();
  private final Map<String, ObjectReader> readers = new TreeMap<>();

  public EventCodec() {
    EventType.all().forEach((type, record) -> readers.put(type, mapper.readerFor(record)));
  }

  /** The body of an event. */
  public String encode(Event event) {
    try {
      return mapper.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON for " + event.type(), e);
    }
  }

  /** The state that an event tells of, as it is in the event's body. */
  public byte[] encodeState(Object state) {
    try {
      return mapper.writeValueAsBytes(state);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON for " + state.getClass(), e);
    }
  }

  /**
   * The event of a body.
   *
   * @param type CloudEvents type
   * @throws UnreadableEvent when the type is unknown or the body does not fit it
   */
  public Event decode(String type, String json) {
    ObjectReader reader = readers.get(type);
    if (reader == null) {
      throw new UnreadableEvent("unknown type " + type, null);
    }
    try {
      Event event = reader.readValue(json);
      if (event == null) {
        throw new UnreadableEvent("empty body of " + type, null);
      }
      return event;
    } catch (JsonProcessingException e) {
      throw new UnreadableEvent("malformed body of " + type + ": " + e.getOriginalMessage(), e);
    }
  }

  private static SimpleModule instants() {
    return new SimpleModule().addDeserializer(Instant.class, new Instants());
  }

  /** Instants of RFC 3339, of which an event has many, in a tenth of the time. */
  private static final class Instants extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    Instants() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.hasToken(JsonToken.VALUE_STRING)) {
        try {
          return ITU.parseDateTime(parser.getText()).toInstant();
        } catch (DateTimeException e) {
          // another spelling, or none at all: the lenient reader decides
        }
      }
      return InstantDeserializer.INSTANT.deserialize(parser, context);
    }
  }

  /** Makes a component required unless it is marked {@link Nullable}. */
  private static final class NullMarked extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
      return isMandatory(member) ? Boolean.TRUE : super.hasRequiredMarker(member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
      return isMandatory(member)
          ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
          : super.findSetterInfo(member);
    }

    private static boolean isMandatory(Annotated member) {
      return member instanceof AnnotatedParameter parameter
          && parameter.getOwner().getAnnotated() instanceof Executable creator
          && !creator.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
              Nullable.class);
    }
  }
}
