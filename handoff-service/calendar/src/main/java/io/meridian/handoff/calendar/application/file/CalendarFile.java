package io.meridian.handoff.calendar.application.file;

import io.meridian.rest.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An iCalendar file (RFC 5545) as components. A component that lacks its BEGIN or END harms no
 * other: what is missing shows where the next begins or ends.
 *
 * @param calendars in the order of the file; components outside of any are of a first one without
 *     properties
 */
public record CalendarFile(List<Part> calendars) {

  private static final String CALENDAR = "VCALENDAR";

  /**
   * One VCALENDAR.
   *
   * @param properties its own
   * @param components all in it, however deep, in the order of the file
   */
  public record Part(List<ContentLine> properties, List<FileComponent> components) {

    /** The components of this name. */
    public List<FileComponent> all(String name) {
      return components.stream().filter(each -> each.name().equals(name)).toList();
    }

    /** The value of a property of its own in capitals. */
    public Optional<String> property(String name) {
      return properties.stream()
          .filter(line -> line.name().equals(name) && line.value() != null)
          .map(line -> Objects.requireNonNull(line.value()).toUpperCase(Locale.ROOT))
          .findFirst();
    }
  }

  /**
   * Reads a file.
   *
   * @throws Problem 422 {@code incomplete} for one in which a VCALENDAR lacks its begin or its end:
   *     nobody knows what else is missing; {@code malformed} for one that nests without sense
   */
  public static CalendarFile of(TextFile file) {
    return new CalendarFile(new Reading(file.contentLines()).calendars());
  }

  /** A component that has begun. */
  private static final class Open {
    private final String name;
    private final int first;
    private final int place;
    private final List<ContentLine> properties = new ArrayList<>();
    private boolean isWhole = true;

    Open(String name, int first, int place) {
      this.name = name;
      this.first = first;
      this.place = place;
    }
  }

  private static final class Reading {
    private static final int DEPTH_MAX = 16;

    private final List<ContentLine> lines;
    private final List<Part> calendars = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<FileComponent> outside = new ArrayList<>();
    private List<FileComponent> components = outside;

    Reading(List<ContentLine> lines) {
      this.lines = lines;
    }

    List<Part> calendars() {
      calendars.add(new Part(List.of(), outside));
      for (int i = 0; i < lines.size(); i++) {
        ContentLine line = lines.get(i);
        String value = line.value() == null ? null : line.value().toUpperCase(Locale.ROOT);
        if (value != null && line.name().equals("BEGIN")) {
          begin(value, i);
        } else if (value != null && line.name().equals("END")) {
          end(value, i);
        } else if (!open.isEmpty()) {
          open.peek().properties.add(line);
        }
      }
      if (!open.isEmpty()) {
        throw incomplete(open.peekLast());
      }
      return calendars;
    }

    private void begin(String name, int line) {
      if (isOpen(name)) {
        close(name, line, false);
      }
      if (open.size() == DEPTH_MAX) {
        throw Problem.unprocessable(
            "malformed", "Line " + lines.get(line).number() + " is in too many components");
      }
      components = name.equals(CALENDAR) ? new ArrayList<>() : components;
      open.push(new Open(name, line, components.size()));
    }

    private void end(String name, int line) {
      if (isOpen(name)) {
        close(name, line + 1, true);
      } else {
        add(new Open(name, line, components.size()), line + 1, false);
      }
    }

    private boolean isOpen(String name) {
      return open.stream().anyMatch(each -> each.name.equals(name));
    }

    /** Closes the innermost component of that name, and what is open in it. */
    private void close(String name, int end, boolean hasEnd) {
      boolean isInner = true;
      while (isInner) {
        Open closed = open.pop();
        isInner = !closed.name.equals(name);
        add(closed, end, hasEnd && !isInner);
      }
    }

    private void add(Open closed, int end, boolean isPaired) {
      if (closed.name.equals(CALENDAR)) {
        if (!isPaired) {
          throw incomplete(closed);
        }
        calendars.add(new Part(closed.properties, components));
        components = outside;
        return;
      }
      boolean isWhole = isPaired && closed.isWhole;
      components.add(
          closed.place,
          new FileComponent(
              closed.name,
              lines.get(closed.first).number(),
              closed.properties,
              lines.subList(closed.first, end),
              isWhole));
      if (!isWhole && !open.isEmpty()) {
        open.peek().isWhole = false;
      }
    }

    private Problem incomplete(Open part) {
      return Problem.unprocessable(
          "incomplete",
          "The %s of line %d lacks its begin or its end: send the whole file"
              .formatted(part.name, lines.get(part.first).number()));
    }
  }
}
