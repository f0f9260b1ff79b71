package io.meridian.handoff.application.feed;

import io.meridian.handoff.application.calendar.CalendarDocument;
import io.meridian.handoff.application.calendar.CalendarDocument.LeaveEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of a document's leaves when a file is imported, and the answer for each event. */
record LeavePlan(List<LeaveEntry> leaves, List<LeaveImport.Answer> answers) {

  static LeavePlan of(CalendarDocument document, String tam, List<LeaveItem> items) {
    Map<String, LeaveEntry> leaves = new LinkedHashMap<>();
    Objects.requireNonNullElse(document.leaves(), List.<LeaveEntry>of())
        .forEach(leave -> leaves.put(Objects.requireNonNull(leave.id()), leave));
    List<LeaveImport.Answer> answers = new ArrayList<>();
    for (LeaveItem item : items) {
      String id = id(tam, item.uid());
      answers.add(
          switch (item) {
            case LeaveItem.Away away -> take(leaves, tam, id, away);
            case LeaveItem.Cancelled ignored ->
                LeaveImport.Answer.of(
                    item,
                    leaves.remove(id) == null
                        ? LeaveImport.Outcome.UNCHANGED
                        : LeaveImport.Outcome.REMOVED,
                    null);
            case LeaveItem.Unreadable bad -> LeaveImport.Answer.refused(bad);
          });
    }
    return new LeavePlan(List.copyOf(leaves.values()), answers);
  }

  boolean changesNothing() {
    return answers.stream().noneMatch(answer -> answer.outcome().isChange());
  }

  private static LeaveImport.Answer take(
      Map<String, LeaveEntry> leaves, String tam, String id, LeaveItem.Away away) {
    LeaveEntry leave =
        new LeaveEntry(id, tam, away.start().toString(), away.end().toString(), away.summary());
    @Nullable LeaveEntry before = leaves.put(id, leave);
    LeaveImport.Outcome outcome =
        before == null
            ? LeaveImport.Outcome.CREATED
            : before.equals(leave) ? LeaveImport.Outcome.UNCHANGED : LeaveImport.Outcome.UPDATED;
    return LeaveImport.Answer.of(away, outcome, leave);
  }

  /** The same UID of the same TAM is the same leave. */
  private static String id(String tam, String uid) {
    String name = tam + "\n" + uid;
    return "ical-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
