package io.meridian.metrics.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a window is answered: whole buckets from the rollup, as coarse as fit, and what is left at
 * its edges from the raw facts. Spans and edges together cover the window exactly, without overlap.
 *
 * @param spans stretches of whole buckets
 * @param edges at most two, each inside one bucket of the finest grain
 */
public record WindowPlan(List<Span> spans, List<Window> edges) {

  /**
   * Consecutive whole buckets.
   *
   * @param grain their size
   * @param window begins and ends at a bucket's edge; not empty
   */
  public record Span(Grain grain, Window window) {}

  /**
   * Plans a window.
   *
   * @param grains the sizes the rollup has, finest first, at least one
   */
  public static WindowPlan of(Window window, List<Grain> grains) {
    List<Span> spans = new ArrayList<>();
    List<Window> rest = List.of(window);
    for (int i = grains.size() - 1; i >= 0; i--) {
      rest = takeWhole(grains.get(i), rest, spans);
    }
    return new WindowPlan(List.copyOf(spans), List.copyOf(rest));
  }

  private static List<Window> takeWhole(Grain grain, List<Window> windows, List<Span> spans) {
    List<Window> rest = new ArrayList<>();
    for (Window window : windows) {
      Instant first = grain.ceiling(window.from());
      Instant last = grain.floor(window.to());
      if (first.isAfter(last)) {
        rest.add(window);
        continue;
      }
      if (first.isBefore(last)) {
        spans.add(new Span(grain, new Window(first, last)));
      }
      addUnlessEmpty(rest, new Window(window.from(), first));
      addUnlessEmpty(rest, new Window(last, window.to()));
    }
    return rest;
  }

  private static void addUnlessEmpty(List<Window> windows, Window window) {
    if (!window.isEmpty()) {
      windows.add(window);
    }
  }
}
