package io.meridian.handoff.calendar.api;

import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Pages of things that have a name of their own, in its order. */
public final class Named {

  private Named() {}

  /** The page that the request asks for, of all that there is. */
  public static <T> Page<T> page(List<T> all, Function<T, String> name, PageRequest request) {
    String after = request.after(List::getFirst).orElse("");
    List<T> rows =
        all.stream()
            .filter(item -> name.apply(item).compareTo(after) > 0)
            .sorted(Comparator.comparing(name))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(rows, request, item -> List.of(name.apply(item)));
  }
}
