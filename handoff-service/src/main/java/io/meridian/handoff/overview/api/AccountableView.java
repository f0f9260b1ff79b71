package io.meridian.handoff.overview.api;

import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.handoff.overview.application.Board;
import io.meridian.handoff.overview.domain.OpenCount;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of each severity somebody has, on duty or not. */
@Schema(name = "BoardAccountable")
record AccountableView(
    Person tam,
    @Schema(description = "for which they have it") String region,
    Map<Severity, Integer> open) {

  /** In whose hands something is, and for which region. */
  private record Hands(String tam, String region) {}

  /** Everybody who has something: who has the gravest, and most of it, first. */
  static List<AccountableView> of(Board board) {
    Map<Hands, List<OpenCount>> byHands =
        board.open().stream()
            .collect(Collectors.groupingBy(one -> new Hands(one.tam(), one.region())));
    return byHands.entrySet().stream()
        .map(
            one ->
                new AccountableView(
                    board.people().person(one.getKey().tam()),
                    one.getKey().region(),
                    BoardView.bySeverity(one.getValue().stream())))
        .sorted(
            gravest().thenComparing(one -> one.tam().id()).thenComparing(AccountableView::region))
        .toList();
  }

  private static Comparator<AccountableView> gravest() {
    return (one, other) ->
        Arrays.stream(Severity.values())
            .mapToInt(severity -> Integer.compare(other.count(severity), one.count(severity)))
            .filter(order -> order != 0)
            .findFirst()
            .orElse(0);
  }

  private int count(Severity severity) {
    return open.getOrDefault(severity, 0);
  }
}
