package io.meridian.handoff.handoff.domain.briefing;

import io.meridian.events.Mood;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Contact;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Hypothesis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words of a briefing that somebody wrote. What is null was not written, and is as the timeline
 * has it; facts are never written.
 */
public record Written(
    @Nullable String severityReason,
    @Nullable String summary,
    @Nullable Contact lastContact,
    @Nullable Mood mood,
    @Nullable List<Action> actions,
    @Nullable List<Due> promises,
    @Nullable List<String> risks,
    @Nullable List<Hypothesis> hypotheses,
    @Nullable List<String> links) {

  /** Nobody has written anything. */
  public static final Written NOTHING =
      new Written(null, null, null, null, null, null, null, null, null);

  /** Every word of a briefing. */
  public static Written all(Briefing briefing) {
    return new Written(
        briefing.severityReason(),
        briefing.summary(),
        briefing.lastContact(),
        briefing.mood(),
        briefing.actions(),
        briefing.promises(),
        briefing.risks(),
        briefing.hypotheses(),
        briefing.links());
  }

  /** These fields in place of the earlier ones; the others as they were. */
  public Written over(Written earlier) {
    return new Written(
        severityReason == null ? earlier.severityReason : severityReason,
        summary == null ? earlier.summary : summary,
        lastContact == null ? earlier.lastContact : lastContact,
        mood == null ? earlier.mood : mood,
        actions == null ? earlier.actions : actions,
        promises == null ? earlier.promises : promises,
        risks == null ? earlier.risks : risks,
        hypotheses == null ? earlier.hypotheses : hypotheses,
        links == null ? earlier.links : links);
  }

  /** The same fields as a briefing has them by now. */
  public Written asIn(Briefing now) {
    return new Written(
        severityReason == null ? null : now.severityReason(),
        summary == null ? null : now.summary(),
        lastContact == null ? null : now.lastContact(),
        mood == null ? null : now.mood(),
        actions == null ? null : now.actions(),
        promises == null ? null : now.promises(),
        risks == null ? null : now.risks(),
        hypotheses == null ? null : now.hypotheses(),
        links == null ? null : now.links());
  }

  /** The names of the fields that were written, in the order of a briefing. */
  public List<String> fields() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("severityReason", severityReason);
    all.put("summary", summary);
    all.put("lastContact", lastContact);
    all.put("mood", mood);
    all.put("actions", actions);
    all.put("promises", promises);
    all.put("risks", risks);
    all.put("hypotheses", hypotheses);
    all.put("links", links);
    all.values().removeIf(Objects::isNull);
    return List.copyOf(all.keySet());
  }
}
