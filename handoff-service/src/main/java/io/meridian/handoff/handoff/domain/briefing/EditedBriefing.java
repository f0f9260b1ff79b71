package io.meridian.handoff.handoff.domain.briefing;

import io.meridian.events.Mood;
import io.meridian.events.NoteKind;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Contact;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Hypothesis;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An edited briefing that goes on with the timeline.
 *
 * @param now the draft of the whole timeline
 * @param news the draft of what came after the edit
 * @param settled texts that were settled after the edit
 */
record EditedBriefing(
    Written written, Briefing now, Briefing news, Map<NoteKind, Set<String>> settled) {

  Briefing briefing() {
    return new Briefing(
        news.severityReason() == null || written.severityReason() == null
            ? or(written.severityReason(), now.severityReason())
            : news.severityReason(),
        or(written.summary(), now.summary()),
        lastContact(),
        mood(),
        merged(NoteKind.ACTION, written.actions(), now.actions(), news.actions(), a -> a.text()),
        merged(
            NoteKind.PROMISE, written.promises(), now.promises(), news.promises(), p -> p.text()),
        now.deadlines(),
        merged(NoteKind.RISK, written.risks(), now.risks(), news.risks(), text -> text),
        hypotheses(),
        now.stakeholders(),
        merged(NoteKind.LINK, written.links(), now.links(), news.links(), text -> text));
  }

  /** Whoever spoke with the customer last, on the timeline or by the edit. */
  private @Nullable Contact lastContact() {
    Contact own = written.lastContact();
    Contact told = now.lastContact();
    return own == null || told != null && told.at().isAfter(own.at()) ? told : own;
  }

  private @Nullable Mood mood() {
    return news.mood() == null ? or(written.mood(), now.mood()) : news.mood();
  }

  /** A hypothesis that was ruled out since is still said, as ruled out. */
  private List<Hypothesis> hypotheses() {
    List<Hypothesis> own = written.hypotheses();
    if (own == null) {
      return now.hypotheses();
    }
    Set<String> ruledOut = settled.getOrDefault(NoteKind.HYPOTHESIS, Set.of());
    Set<String> said = texts(own, Hypothesis::text);
    return Stream.concat(
            own.stream()
                .map(h -> new Hypothesis(h.text(), h.ruledOut() || ruledOut.contains(h.text()))),
            news.hypotheses().stream().filter(h -> !said.contains(h.text())))
        .toList();
  }

  private <T> List<T> merged(
      NoteKind kind, @Nullable List<T> own, List<T> now, List<T> news, Function<T, String> text) {
    if (own == null) {
      return now;
    }
    Set<String> gone = settled.getOrDefault(kind, Set.of());
    Set<String> said = texts(own, text);
    return Stream.concat(
            own.stream().filter(one -> !gone.contains(text.apply(one))),
            news.stream().filter(one -> !said.contains(text.apply(one))))
        .toList();
  }

  private static <T> Set<String> texts(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.toSet());
  }

  private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
    return first == null ? second : first;
  }
}
