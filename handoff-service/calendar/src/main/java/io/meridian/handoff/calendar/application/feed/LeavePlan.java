package io.meridian.handoff.calendar.application.feed;

import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.CalendarDocument.LeaveEntry;
import io.meridian.handoff.calendar.application.feed.LeaveImport.Answer;
import io.meridian.handoff.calendar.application.feed.LeaveImport.Outcome;
import io.meridian.handoff.calendar.application.feed.LeaveImport.Series;
import io.meridian.handoff.calendar.application.feed.LeaveItem.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a document's leaves when a file is imported, and the answer for each event. The
 * same UID of the same TAM is the same leave, and with the key of an occurrence the same of a
 * series. Occurrences that are over stay as they are.
 */
final class LeavePlan {

  private final String tam;
  private final Instant now;
  private final LeaveIds ids;
  private final Map<String, LeaveEntry> leaves = new LinkedHashMap<>();
  private final Set<String> toldApart = new HashSet<>();
  private final List<Answer> answers = new ArrayList<>();

  private LeavePlan(CalendarDocument document, String tam, Instant now) {
    this.tam = tam;
    this.ids = new LeaveIds(tam, document);
    this.now = now;
    Objects.requireNonNullElse(document.leaves(), List.<LeaveEntry>of())
        .forEach(leave -> leaves.put(Objects.requireNonNull(leave.id()), leave));
  }

  static LeavePlan of(CalendarDocument document, String tam, Instant now, List<LeaveItem> items) {
    LeavePlan plan = new LeavePlan(document, tam, now);
    for (LeaveItem item : items) {
      if (item.occurrence() != null) {
        plan.toldApart.add(plan.ids.of(item.uid(), item.occurrence()));
      }
    }
    items.forEach(item -> plan.answers.add(plan.answer(item)));
    return plan;
  }

  /** All leaves of the document afterwards. */
  List<LeaveEntry> leaves() {
    return List.copyOf(leaves.values());
  }

  /** An answer for each item, in their order. */
  List<Answer> answers() {
    return answers;
  }

  boolean changesNothing() {
    return answers.stream().noneMatch(answer -> answer.outcome().isChange());
  }

  private Answer answer(LeaveItem item) {
    return switch (item) {
      case LeaveItem.Away away -> take(away);
      case LeaveItem.Series series -> take(series);
      case LeaveItem.NoLeave none -> drop(none);
      case LeaveItem.Outdated outdated ->
          Answer.of(
              outdated,
              Outcome.UNCHANGED,
              "is told by another event of this file with a higher SEQUENCE or a later DTSTAMP");
      case LeaveItem.Unreadable bad -> Answer.refused(bad);
    };
  }

  private Answer take(LeaveItem.Away away) {
    LeaveEntry leave =
        leave(ids.of(away.uid(), away.occurrence()), away.start(), away.end(), away.summary());
    Outcome outcome = put(leave);
    if (away.occurrence() == null && dropOthers(away.uid(), Set.of(ids.of(away.uid(), null))) > 0) {
      outcome = Outcome.UPDATED;
    }
    return Answer.of(away, outcome, leave);
  }

  private Answer take(LeaveItem.Series series) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    Set<String> kept = new HashSet<>();
    List<LeaveEntry> taken = new ArrayList<>();
    for (Occurrence each : series.occurrences()) {
      LeaveEntry leave =
          leave(ids.of(series.uid(), each.key()), each.start(), each.end(), series.summary());
      counts.merge(put(leave), 1, Integer::sum);
      kept.add(ids.of(series.uid(), each.key()));
      taken.add(leave);
    }
    int removed = dropOthers(series.uid(), kept);
    if (removed > 0) {
      counts.put(Outcome.REMOVED, removed);
    }
    return Answer.ofSeries(
        series, whole(counts.keySet()), Series.of(counts, series.cutAt(), taken));
  }

  private static Outcome whole(Set<Outcome> outcomes) {
    return switch (outcomes.size()) {
      case 0 -> Outcome.UNCHANGED;
      case 1 -> outcomes.iterator().next();
      default -> Outcome.UPDATED;
    };
  }

  private Answer drop(LeaveItem.NoLeave none) {
    boolean isGone = leaves.remove(ids.of(none.uid(), none.occurrence())) != null;
    if (none.occurrence() == null) {
      isGone |= dropOthers(none.uid(), Set.of()) > 0;
    }
    return isGone
        ? Answer.of(none, Outcome.REMOVED, none.why())
        : Answer.of(none, Outcome.UNCHANGED, none.why() + ", and there is no leave of it");
  }

  private Outcome put(LeaveEntry leave) {
    @Nullable LeaveEntry before = leaves.put(Objects.requireNonNull(leave.id()), leave);
    return before == null
        ? Outcome.CREATED
        : before.equals(leave) ? Outcome.UNCHANGED : Outcome.UPDATED;
  }

  /** Takes away what an event made before and makes no more, but for what is over. */
  private int dropOthers(String uid, Set<String> kept) {
    String whole = ids.of(uid, null);
    List<String> dropped =
        leaves.values().stream()
            .filter(leave -> Instant.parse(Objects.requireNonNull(leave.end())).isAfter(now))
            .map(leave -> Objects.requireNonNull(leave.id()))
            .filter(id -> id.equals(whole) || id.startsWith(whole + "-"))
            .filter(id -> !kept.contains(id) && !toldApart.contains(id))
            .toList();
    dropped.forEach(leaves::remove);
    return dropped.size();
  }

  private LeaveEntry leave(String id, Instant start, Instant end, @Nullable String reason) {
    return new LeaveEntry(id, tam, start.toString(), end.toString(), reason);
  }
}
