package io.meridian.handoff.notification.domain;

import io.meridian.events.GapState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Whom a gap concerns: the lead of the region that should have taken over, who had been asked to,
 * and who is accountable.
 */
public final class GapNotices {
  private final Patience patience;
  private final Function<String, Optional<String>> leads;

  /**
   * @param leads the lead of a region; empty for a region that has left the calendar
   */
  public GapNotices(Patience patience, Function<String, Optional<String>> leads) {
    this.patience = patience;
    this.leads = leads;
  }

  /**
   * What is to be told because gaps have opened that nobody had agreed to; at most {@link
   * HandoffEvent#PACKED_MAX} gaps.
   */
  public List<Notice> opened(Collection<GapState> gaps) {
    List<Notice> notices = new ArrayList<>();
    for (GapState gap : gaps.stream().filter(gap -> !Boolean.TRUE.equals(gap.agreed())).toList()) {
      Set<String> recipients = new LinkedHashSet<>();
      String region = gap.toRegion();
      leads.apply(region == null ? gap.fromRegion() : region).ifPresent(recipients::add);
      Person asked = gap.asked();
      if (asked != null) {
        recipients.add(asked.id());
      }
      recipients.add(gap.accountable().id());
      Instant soon = gap.changedAt().plus(patience.gatherGaps());
      for (String recipient : recipients) {
        notices.add(notice(NotificationKind.GAP_OPENED, gap, recipient, soon));
      }
    }
    return notices;
  }

  /** What is to be told to one who was told that the gap had opened, now that it is over. */
  public Notice closed(GapState gap, String recipient) {
    Instant end = gap.end();
    Instant at = end == null ? gap.changedAt() : end;
    return notice(NotificationKind.GAP_CLOSED, gap, recipient, at.plus(patience.gatherClosings()));
  }

  private static Notice notice(
      NotificationKind kind, GapState gap, String recipient, Instant notBefore) {
    return new Notice(
        kind,
        recipient,
        bundle(gap),
        gap.id(),
        gap.id(),
        gap.escalationId(),
        gap.changedAt(),
        notBefore,
        new Line(
                gap.escalation(),
                gap.severity(),
                gap.accountable().name(),
                gap.fromRegion(),
                gap.toRegion(),
                gap.start(),
                null,
                gap.end(),
                null)
            .because(new Absence.Gap(gap.cause())));
  }

  /**
   * Gaps of one shift change belong together; without one, those of a region that begin at once.
   */
  private static UUID bundle(GapState gap) {
    UUID shiftChange = gap.shiftChangeId();
    if (shiftChange != null) {
      return shiftChange;
    }
    String about = "gaps|" + gap.fromRegion() + "|" + gap.start();
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }
}
