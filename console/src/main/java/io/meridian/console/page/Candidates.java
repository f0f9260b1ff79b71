package io.meridian.console.page;

import io.meridian.console.client.Board;
import io.meridian.console.page.BoardPage.Candidate;
import io.meridian.console.text.BoardMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.Messages;
import io.meridian.console.time.TimeLabels;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whom a manager may assign something to by name. */
final class Candidates {
  private Candidates() {}

  /** Who is on duty, then who comes next; each once. */
  static List<Candidate> of(Board board, TimeLabels times, Messages messages, BoardMessages words) {
    return of(board.regions(), times, messages, words);
  }

  /** The same, those of the region that takes over first. */
  static List<Candidate> of(
      Board board, String first, TimeLabels times, Messages messages, BoardMessages words) {
    List<Board.Region> regions =
        board.regions().stream()
            .sorted(Comparator.comparing(region -> !region.code().equals(first)))
            .toList();
    return of(regions, times, messages, words);
  }

  private static List<Candidate> of(
      List<Board.Region> regions, TimeLabels times, Messages messages, BoardMessages words) {
    Map<String, Candidate> found = new LinkedHashMap<>();
    for (Board.Region region : regions) {
      for (Board.Duty duty : region.onDuty()) {
        String name = ForeignText.plain(duty.tam().name());
        String label = words.onDutyNow(name, region.code(), messages.tier(duty.tier()));
        found.putIfAbsent(duty.tam().id(), new Candidate(duty.tam().id(), label));
      }
    }
    for (Board.Region region : regions) {
      Board.Next next = region.next();
      if (next != null) {
        String from = times.at(next.start()).text();
        Stream.concat(Stream.ofNullable(next.primary()), Stream.ofNullable(next.secondary()))
            .forEach(
                person -> {
                  String name = ForeignText.plain(person.name());
                  String label = words.onDutyLater(name, region.code(), from);
                  found.putIfAbsent(person.id(), new Candidate(person.id(), label));
                });
      }
    }
    return List.copyOf(found.values());
  }
}
