package io.meridian.handoff.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.events.EscalationStatus;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.events.ShiftChangeNote;
import io.meridian.events.WatchEvent;
import io.meridian.events.WatchHandover;
import io.meridian.events.WatchItemState;
import io.meridian.events.WatchState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is watched is told in the message of the shift change, beside the escalations. */
class WatchWordsTest {
  private static final UUID CHANGE = new UUID(1, 1);
  private static final Instant BOUNDARY = Instant.parse("2026-03-09T15:00:00Z");
  private static final Instant NOW = BOUNDARY.minusSeconds(1800);
  private static final Person EMMA = new Person("emma", "Emma Stone");
  private static final Person ZOE = new Person("zoe", "Zoe Park");
  private static final Person LEO = new Person("leo", "Leo Cruz");
  private static final WatchItemState ITEM =
      new WatchItemState(
          new UUID(5, 5),
          new UUID(6, 6),
          "Acme",
          "Database migration",
          "Call Helena",
          BOUNDARY,
          BOUNDARY.plusSeconds(7200),
          WatchState.WATCHED,
          EMMA,
          null,
          null,
          1,
          NOW);
  private static final WatchHandover HANDOVER =
      new WatchHandover(
          CHANGE,
          "EMEA",
          "AMER",
          BOUNDARY,
          new UUID(9, 9),
          BOUNDARY,
          BOUNDARY.plusSeconds(900),
          List.of(ZOE),
          LEO,
          null,
          NOW);

  private static List<Notice> notices(WatchEvent event) {
    return WatchNotices.of(event, Duration.ofSeconds(5));
  }

  private static MessageItem item(Notice notice) {
    return new MessageItem(notice.about(), null, null, notice.line());
  }

  private static Message message(NotificationKind kind, MessageItem... items) {
    return new Wording(ZoneOffset.UTC, NOW, "https://m").message(kind, CHANGE, List.of(items));
  }

  private static MessageItem watched() {
    return item(notices(new WatchEvent.HandedOver(HANDOVER, List.of(ITEM))).getFirst());
  }

  private static MessageItem handoff() {
    Line line =
        new Line(
            "ESC-1",
            Severity.SEV1,
            "Emma Stone",
            "EMEA",
            "AMER",
            BOUNDARY,
            BOUNDARY,
            BOUNDARY.plusSeconds(900),
            null);
    Standing standing = new Standing("Down", EscalationStatus.OPEN, "Acme", null, null);
    return new MessageItem(new UUID(7, 7), new UUID(8, 8), standing, line);
  }

  @Test
  void it_stands_after_the_escalations_which_alone_are_counted() {
    Message message = message(NotificationKind.INCOMING, watched(), handoff());
    assertThat(message.subject()).isEqualTo("Coming to you at 15:00: 1 escalation from EMEA");
    assertThat(message.text())
        .isEqualTo(
            """
            EMEA hands 1 escalation over to you at 15:00 (Z). Please read the briefing and accept \
            by 15:15.
            - ESC-1 SEV1 Down, from Emma Stone
            - Watch Acme until 17:00: Database migration. If so: Call Helena
            """);
    assertThat(message.link()).endsWith("/handoffs/" + new UUID(7, 7));
  }

  @Test
  void without_an_escalation_the_message_is_about_what_is_watched_or_the_note_alone() {
    Message message = message(NotificationKind.INCOMING, watched());
    assertThat(message.subject()).isEqualTo("Coming to you at 15:00: 1 thing to watch from EMEA");
    assertThat(message.link()).endsWith("/shift-changes/" + CHANGE);

    ShiftChangeNote note =
        new ShiftChangeNote(
            CHANGE, "EMEA", "AMER", BOUNDARY, BOUNDARY, List.of(ZOE), "Quiet.", EMMA, 1, NOW);
    Message noted =
        message(
            NotificationKind.INCOMING,
            item(WatchNotices.of(note, Duration.ofSeconds(5)).getFirst()));
    assertThat(noted.subject()).isEqualTo("Coming to you at 15:00: a note from EMEA");
    assertThat(noted.text()).isEqualTo("EMEA leaves you a note.\n- Note of Emma Stone: Quiet.\n");
  }

  @Test
  void
      the_crew_is_told_with_the_shift_change_who_is_on_duty_at_once_and_the_lead_when_it_is_late() {
    assertThat(notices(new WatchEvent.HandedOver(HANDOVER, List.of(ITEM))))
        .extracting(Notice::recipient, Notice::kind, Notice::bundle)
        .containsExactly(tuple("zoe", NotificationKind.INCOMING, CHANGE));
    assertThat(notices(new WatchEvent.Added(List.of(ITEM), List.of(LEO))))
        .extracting(Notice::recipient, Notice::kind)
        .containsExactly(tuple("leo", NotificationKind.WATCH));
    List<Notice> late = notices(new WatchEvent.Unconfirmed(HANDOVER, List.of(ITEM)));
    assertThat(late).extracting(Notice::recipient).containsExactly("leo");
    assertThat(message(NotificationKind.WATCH_UNCONFIRMED, item(late.getFirst())).text())
        .startsWith("Nobody in AMER has confirmed what came to them from EMEA.");
    assertThat(notices(new WatchEvent.Confirmed(HANDOVER, List.of(ITEM)))).isEmpty();
    assertThat(notices(new WatchEvent.Withdrawn(List.of(ITEM)))).isEmpty();
  }
}
