package io.meridian.handoff.handoff.domain.briefing;

import io.meridian.events.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a briefing lacks for its severity. The worse the severity, the more is asked. */
public final class Completeness {

  private Completeness() {}

  /** What is missing; the name is what events carry. */
  public enum Missing {
    SEVERITY_REASON("why it has this severity"),
    SUMMARY("how it stands"),
    CUSTOMER_CONTACT("when the customer was last spoken with"),
    ACTION("what is to be done next"),
    ACTION_OWNER("who does each action"),
    ACTION_DUE("until when each action is to be done"),
    PROMISE_DUE("until when each promise is to be kept"),
    STAKEHOLDER("who wants to be told");

    private final String detail;

    Missing(String detail) {
      this.detail = detail;
    }

    /** What is missing, in words. */
    public String detail() {
      return detail;
    }
  }

  /** What the briefing lacks, in the order of I-PASS; nothing when it is complete. */
  public static List<Missing> missing(Severity severity, Briefing briefing) {
    boolean severe = severity == Severity.SEV1 || severity == Severity.SEV2;
    List<Missing> missing = new ArrayList<>();
    add(missing, Missing.SEVERITY_REASON, severe && isBlank(briefing.severityReason()));
    add(missing, Missing.SUMMARY, isBlank(briefing.summary()));
    add(missing, Missing.CUSTOMER_CONTACT, severe && briefing.lastContact() == null);
    add(missing, Missing.ACTION, severe && briefing.actions().isEmpty());
    add(
        missing,
        Missing.ACTION_OWNER,
        briefing.actions().stream().anyMatch(action -> isBlank(action.owner())));
    add(
        missing,
        Missing.ACTION_DUE,
        severe && briefing.actions().stream().anyMatch(action -> action.due() == null));
    add(
        missing,
        Missing.PROMISE_DUE,
        briefing.promises().stream().anyMatch(promise -> promise.due() == null));
    add(
        missing,
        Missing.STAKEHOLDER,
        severity == Severity.SEV1 && briefing.stakeholders().isEmpty());
    return missing;
  }

  private static void add(List<Missing> all, Missing one, boolean lacks) {
    if (lacks) {
      all.add(one);
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
