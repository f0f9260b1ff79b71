package io.meridian.escalation.intake.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.escalation.escalation.domain.Order;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import io.meridian.rest.text.OneLine;
import io.meridian.rest.text.StorableText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message of another system. A refused message is a lost ticket, so what is merely
 * odd is mended: texts are shortened and hold U+FFFD where something cannot be stored. An id is
 * taken as it is or refused, since a mended one could be another ticket's. Missing, null and blank
 * are the same. All that is wrong is gathered, so that the sender learns it at once.
 */
final class ForeignFields {
  /** Most code points of an id. */
  static final int ID_MAX = 255;

  /** Most code points of a title. */
  static final int TITLE_MAX = 500;

  /** Most code points of a description. */
  static final int TEXT_MAX = 65_536;

  private static final Pattern URL = Pattern.compile("https?://\\S{1,2000}");
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private final JsonNode object;
  private final boolean loose;
  private final Instant now;
  private final List<Violation> violations = new ArrayList<>(0);
  private final List<String> shortened = new ArrayList<>(0);

  /**
   * @param loose true for a sender that writes values as strings or numbers, and references as
   *     objects with {@code value} and {@code display_value}
   * @param now what our clock shows
   * @throws Problem 400 when it is no object
   */
  ForeignFields(@Nullable JsonNode json, boolean loose, Instant now) {
    if (json == null || !json.isObject()) {
      throw Problem.invalid("", "wrong-type", "must be an object");
    }
    this.object = json;
    this.loose = loose;
    this.now = now;
  }

  /** Refuses the message; a field that is read twice is refused once. */
  void wrong(String field, String code, String detail) {
    var violation = new Violation("/" + field, code, detail);
    if (!violations.contains(violation)) {
      violations.add(violation);
    }
  }

  /** Refuses fields of other names: for a contract of our own, where they are slips. */
  void only(Set<String> names) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                wrong(
                    StorableText.mended(name).replace("~", "~0").replace("/", "~1"),
                    "unknown-field",
                    "is not a field of this request");
              }
            });
  }

  /** Refuses a message without this; unless what is there was refused for itself. */
  void needed(String field, @Nullable Object value, String detail) {
    if (value == null && violations.stream().noneMatch(v -> v.pointer().equals("/" + field))) {
      wrong(field, "required", detail);
    }
  }

  /** An id that must be there; empty after a refusal. */
  String id(String field) {
    String id = optionalId(field);
    needed(field, id, "must not be blank");
    return id == null ? "" : id;
  }

  /** An id as it is. */
  @Nullable String optionalId(String field) {
    String id = scalar(field, "value");
    if (id == null) {
      return null;
    }
    StorableText.fault(id)
        .or(() -> OneLine.fault(id))
        .ifPresent(fault -> wrong(field, "wrong-type", fault));
    if (ForeignText.isLonger(id, ID_MAX)) {
      wrong(field, "size", "must have at most " + ID_MAX + " characters");
    }
    return id;
  }

  /** A title: one line, at most {@link #TITLE_MAX}. */
  @Nullable String title(String field) {
    return stored(field, scalar(field, "value"), ForeignText::line, TITLE_MAX);
  }

  /** A text of several lines, at most {@link #TEXT_MAX}. */
  @Nullable String text(String field) {
    return stored(field, scalar(field, "value"), StorableText::mended, TEXT_MAX);
  }

  /** A word for people, of a reference its display value; at most {@link #ID_MAX}. */
  @Nullable String display(String field) {
    String display = scalar(field, "display_value");
    return stored(
        field, display == null ? scalar(field, "value") : display, ForeignText::line, ID_MAX);
  }

  /** A word that the adapter translates; it is never stored. */
  @Nullable String word(String field) {
    String word = scalar(field, "value");
    return word == null ? null : word.strip();
  }

  /** One of our own words. */
  <E extends Enum<E>> @Nullable E one(String field, List<E> words) {
    String told = word(field);
    for (E word : words) {
      if (word.name().equals(told)) {
        return word;
      }
    }
    if (told != null) {
      String all = String.join(", ", words.stream().map(Enum::name).toList());
      wrong(field, "wrong-type", "must be one of " + all);
    }
    return null;
  }

  @Nullable String url(String field) {
    String url = scalar(field, "value");
    if (url != null && (!URL.matcher(url).matches() || StorableText.fault(url).isPresent())) {
      wrong(field, "pattern", "must be an http or https URL");
    }
    return url;
  }

  /** The sender's count of changes. */
  Order.@Nullable Counter counter(String field) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    String digits = !loose || value.isIntegralNumber() ? value.toString() : scalar(field, "value");
    if (digits == null || isCount(digits)) {
      return digits == null ? null : new Order.Counter(Long.parseLong(digits));
    }
    wrong(field, "out-of-range", "must be a whole number from 0 to " + Order.COUNT_MAX);
    return null;
  }

  private static boolean isCount(String digits) {
    return !digits.isEmpty()
        && digits.length() <= 16
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && Long.parseLong(digits) <= Order.COUNT_MAX;
  }

  /** When the sender says that it happened, as finely as it was told: ISO 8601 with an offset. */
  @Nullable Instant time(String field) {
    String text = scalar(field, "value");
    if (text == null) {
      return null;
    }
    try {
      Instant time = DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from);
      if (!time.isBefore(FIRST) && time.isBefore(END)) {
        return time;
      }
    } catch (DateTimeException ignored) {
      // told below, with what is out of range
    }
    wrong(field, "wrong-type", "must be an instant such as 2026-03-08T07:00:00.123456Z");
    return null;
  }

  /** The time as what orders the messages: not far ahead, or all later ones would be late. */
  Order.@Nullable Time orderTime(String field) {
    Instant at = time(field);
    if (at == null) {
      return null;
    }
    var order = new Order.Time(at);
    if (order.isTooFarAhead(now)) {
      wrong(field, "too-far-ahead", "lies more than 5 minutes ahead of our clock, " + now);
    }
    return order;
  }

  /** The fields that were shortened so far. */
  List<String> shortened() {
    return List.copyOf(shortened);
  }

  /** Lets a message pass that is in order. */
  <T> T checked(T message) {
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
    return message;
  }

  private @Nullable String stored(
      String field, @Nullable String text, Function<String, String> mend, int max) {
    if (text == null) {
      return null;
    }
    String mended = mend.apply(text).strip();
    if (ForeignText.isLonger(mended, max)) {
      shortened.add(field);
    }
    return mended.isEmpty() ? null : ForeignText.beginning(mended, max);
  }

  /** The value as it is written; of a reference one of its fields. Null if there is none. */
  private @Nullable String scalar(String field, String ofReference) {
    JsonNode value = object.get(field);
    if (loose && value != null && value.isObject()) {
      value = value.get(ofReference);
    }
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual() && !(loose && value.isNumber())) {
      wrong(field, "wrong-type", "must be a string");
      return null;
    }
    String text = value.asText();
    return text.isBlank() ? null : text;
  }
}
