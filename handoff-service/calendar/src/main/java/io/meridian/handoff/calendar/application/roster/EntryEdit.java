package io.meridian.handoff.calendar.application.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.rest.http.ETags;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The edit of a calendar document that a change of one entry is: a pure function, refused where the
 * document with the change would be refused.
 */
final class EntryEdit<E> {

  /** Leads the pointers to places outside the entry. */
  private static final String ELSEWHERE = "calendar:";

  private final ObjectMapper json;
  private final EntryList<E> list;
  private final EntryRule<E> rule;

  EntryEdit(ObjectMapper json, EntryList<E> list, EntryRule<E> rule) {
    this.json = json;
    this.list = list;
    this.rule = rule;
  }

  /**
   * The calendar after a change.
   *
   * @param index where the entry is in its list now; where it was, if it was taken away
   */
  record Edited(Calendar calendar, int index) {}

  /**
   * @param isBinding whether {@code If-Match} must be there
   * @throws Problem 404, 409, 412, 422 or 428 when the change is not possible
   */
  Edited edit(CalendarDocument document, EntryChange change, boolean isBinding) {
    List<E> entries = new ArrayList<>(list.of().apply(document));
    CalendarDocument rest = document;
    int index =
        switch (change) {
          case EntryChange.Create create -> {
            @Nullable String id = create.entry().path(list.idField()).textValue();
            if (id != null && indexOf(entries, id) >= 0) {
              throw exists(id);
            }
            E made = read(create.entry());
            rest = list.making().apply(document, made);
            entries.add(made);
            yield entries.size() - 1;
          }
          case EntryChange.Replace replace -> {
            int at = find(entries, replace.id(), replace.ifMatch(), isBinding);
            entries.set(at, read(named(replace.entry(), replace.id())));
            yield at;
          }
          case EntryChange.Patch patch -> {
            int at = find(entries, patch.id(), patch.ifMatch(), isBinding);
            ObjectNode merged = merge(tree(entries.get(at)), patch.patch());
            entries.set(at, read(named(merged, patch.id())));
            yield at;
          }
          case EntryChange.Delete delete -> {
            int at = find(entries, delete.id(), delete.ifMatch(), false);
            entries.remove(at);
            yield at;
          }
        };
    check(document, entries, index, change);
    return new Edited(calendar(list.in().apply(rest, entries), index, change), index);
  }

  /** An entry as others see it. */
  Entry entry(E entry) {
    ObjectNode tree = tree(entry);
    return new Entry(list.idOf().apply(entry), tree, etag(tree));
  }

  private void check(CalendarDocument before, List<E> after, int index, EntryChange change) {
    rule.check(
        before,
        change instanceof EntryChange.Create ? null : list.of().apply(before).get(index),
        change instanceof EntryChange.Delete ? null : after.get(index));
  }

  private int find(List<E> entries, String id, @Nullable String ifMatch, boolean isBinding) {
    int index = indexOf(entries, id);
    if (index < 0) {
      throw Problem.notFound(list.noun(), id);
    }
    if (isBinding || ifMatch != null) {
      Entry now = entry(entries.get(index));
      ETags.requireMatch(ifMatch, now.etag(), now::json);
    }
    return index;
  }

  private int indexOf(List<E> entries, String id) {
    return IntStream.range(0, entries.size())
        .filter(i -> list.idOf().apply(entries.get(i)).equals(id))
        .findFirst()
        .orElse(-1);
  }

  /** The entry under the name that its path gives it. */
  private ObjectNode named(ObjectNode entry, String id) {
    JsonNode own = entry.path(list.idField());
    if (own.isMissingNode() || own.isNull()) {
      return entry.deepCopy().set(list.idField(), TextNode.valueOf(id));
    }
    if (!own.equals(TextNode.valueOf(id))) {
      throw Problem.invalid(
          "/" + list.idField(), "other-id", "must be '" + id + "' as in the path, or absent");
    }
    return entry;
  }

  private Calendar calendar(CalendarDocument document, int index, EntryChange change) {
    try {
      return document.calendar();
    } catch (Problem refusal) {
      String place = "/" + list.name() + "/" + index;
      if (change instanceof EntryChange.Delete) {
        throw Problem.conflict(
            "in-use",
            "The " + list.noun() + " is used in " + refusal.violations().size() + " places",
            refusal.violations().stream().map(EntryEdit::elsewhere).toList());
      }
      List<Violation> violations =
          refusal.violations().stream().map(v -> seenFrom(place, v)).toList();
      if (change instanceof EntryChange.Create
          && violations.stream()
              .anyMatch(
                  v -> v.code().equals("duplicate") && v.pointer().equals("/" + list.idField()))) {
        throw exists("of the same " + list.idField());
      }
      throw violations.isEmpty() ? refusal : Problem.unprocessable(violations);
    }
  }

  private static Violation seenFrom(String place, Violation violation) {
    String pointer = violation.pointer();
    return pointer.equals(place) || pointer.startsWith(place + "/")
        ? new Violation(pointer.substring(place.length()), violation.code(), violation.detail())
        : elsewhere(violation);
  }

  private static Violation elsewhere(Violation violation) {
    return new Violation(ELSEWHERE + violation.pointer(), violation.code(), violation.detail());
  }

  private Problem exists(String id) {
    return Problem.conflict(
        "already-exists",
        "There is a " + list.noun() + " " + id + " already; use PUT to change it");
  }

  private E read(ObjectNode tree) {
    try {
      return json.treeToValue(tree, list.type());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode tree(E entry) {
    return json.valueToTree(entry);
  }

  private String etag(ObjectNode tree) {
    try {
      return ETags.ofContent(json.writeValueAsBytes(tree));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** RFC 7396. */
  static ObjectNode merge(ObjectNode target, ObjectNode patch) {
    ObjectNode merged = target.deepCopy();
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isNull()) {
                merged.remove(field.getKey());
              } else if (value instanceof ObjectNode object) {
                ObjectNode inner =
                    merged.get(field.getKey()) instanceof ObjectNode existing
                        ? existing
                        : merged.objectNode();
                merged.set(field.getKey(), merge(inner, object));
              } else {
                merged.set(field.getKey(), value);
              }
            });
    return merged;
  }
}
