package io.meridian.handoff.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.EscalationStatus;
import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages read well: one or many, in the reader's own time. */
class WordingTest {
  private static final UUID CHANGE = new UUID(1, 1);
  private static final Instant NOW = Instant.parse("2026-03-08T06:30:00Z");
  private static final Instant BOUNDARY = Instant.parse("2026-03-08T07:00:00Z");

  @Test
  void one_escalation_is_one_and_has_its_own_link() {
    Message message = at("America/New_York").message(NotificationKind.INCOMING, CHANGE, told(1));
    assertThat(message.subject()).isEqualTo("Coming to you at 03:00: 1 escalation from EMEA");
    assertThat(message.text())
        .isEqualTo(
            """
            EMEA hands 1 escalation over to you at 03:00 (America/New_York). Please read the \
            briefing and accept by 03:15.
            - ESC-1 SEV1 Checkout down, from Emma Stone
            """);
    assertThat(message.link()).isEqualTo("https://meridian.example/handoffs/" + new UUID(7, 0));
  }

  @Test
  void the_clock_change_between_now_and_then_is_minded() {
    // 06:30Z is 01:30 EST; 07:00Z is 03:00 EDT, the instant after the gap
    String text = at("America/New_York").message(NotificationKind.PREPARE, CHANGE, told(2)).text();
    assertThat(text)
        .startsWith("2 escalations of yours are handed over to AMER at 03:00 (America/New_York).");
  }

  @Test
  void another_day_in_the_readers_zone_is_named() {
    String subject =
        at("Pacific/Auckland").message(NotificationKind.INCOMING, CHANGE, told(3)).subject();
    assertThat(subject).isEqualTo("Coming to you at 20:00: 3 escalations from EMEA");
    Wording losAngeles =
        new Wording(
            ZoneId.of("America/Los_Angeles"), Instant.parse("2026-03-07T20:00:00Z"), "https://m");
    assertThat(losAngeles.message(NotificationKind.GAP_OPENED, CHANGE, told(1)).subject())
        .isEqualTo("Unattended since 23:00: ESC-1");
    assertThat(at("Asia/Tokyo").message(NotificationKind.COVERAGE_ALARM, CHANGE, hole()).text())
        .contains("- Mon 9 Mar 07:00 to 08:00: a clock change");
  }

  @Test
  void hours_without_anybody_say_how_many_more_are_agreed_to() {
    Wording words = at("UTC");
    assertThat(words.message(NotificationKind.COVERAGE_ALARM, CHANGE, hole()).text())
        .startsWith("Nobody will be on duty in any region in 1 gap ahead.\n");
    assertThat(words.message(NotificationKind.COVERAGE_ALARM, CHANGE, hole(1)).text())
        .startsWith("Nobody will be on duty in any region in 1 gap ahead. 1 more is agreed to.\n");
    assertThat(words.message(NotificationKind.COVERAGE_ALARM, CHANGE, hole(3)).text())
        .startsWith("Nobody will be on duty in any region in 1 gap ahead. 3 more are agreed to.\n");
  }

  @Test
  void the_gravest_are_named_and_the_others_counted() {
    List<MessageItem> many = new ArrayList<>(told(49));
    many.add(one(49, Severity.SEV1, "ESC-0"));
    Message message = at("UTC").message(NotificationKind.UNACCEPTED, CHANGE, many);
    assertThat(message.subject()).isEqualTo("Not accepted: 50 escalations from EMEA");
    assertThat(message.text()).contains("\n- ESC-0 SEV1").endsWith("and 40 more\n");
    assertThat(message.text().lines()).hasSize(12);
    assertThat(message.link()).endsWith("/shift-changes/" + CHANGE);
  }

  @Test
  void a_title_cannot_break_the_lines() {
    MessageItem told =
        new MessageItem(
            CHANGE, CHANGE, open("Down\r\nBcc: all@example.com"), told(1).getFirst().line());
    assertThat(at("UTC").message(NotificationKind.OFFERED, CHANGE, List.of(told)).text().lines())
        .hasSize(2);
  }

  @Test
  void who_becomes_accountable_reads_what_it_is_what_is_due_and_how_to_answer() {
    MessageItem owed =
        told(1)
            .getFirst()
            .due(new Due("SLA: acknowledge within 15 min", BOUNDARY.minusSeconds(60)));
    Message message = at("Europe/London").message(NotificationKind.ASSIGNED, CHANGE, List.of(owed));
    assertThat(message.subject()).isEqualTo("Yours: SEV1 ESC-1 Checkout down");
    assertThat(message.body())
        .isEqualTo(
            """
            You are accountable for 1 escalation from 07:00 (Europe/London). Please acknowledge: \
            the call is beside each.
            - ESC-1 SEV1 Checkout down, Acme; due next: SLA: acknowledge within 15 min, by 06:59; \
            your lead is told at 06:40
              acknowledge: POST https://meridian.example/api/v1/escalations/ESC-1/acknowledgement

            https://meridian.example/escalations/ESC-1
            """);
  }

  @Test
  void the_lead_reads_who_has_not_acknowledged_and_who_has_acknowledged_is_not_asked_again() {
    Message lead = at("UTC").message(NotificationKind.UNACKNOWLEDGED, CHANGE, told(1));
    assertThat(lead.subject()).isEqualTo("Not acknowledged: SEV1 ESC-1 Checkout down");
    assertThat(lead.text()).contains("Acme, with Emma Stone\n").doesNotContain("your lead");
    Standing known = new Standing("Down", EscalationStatus.ACKNOWLEDGED, null, null, null);
    MessageItem answered = new MessageItem(CHANGE, CHANGE, known, told(1).getFirst().line());
    String text = at("UTC").message(NotificationKind.RAISED, CHANGE, List.of(answered)).text();
    assertThat(text)
        .startsWith("1 escalation has risen to SEV1.\n")
        .doesNotContain("Please")
        .contains("GET https://meridian.example/");
  }

  @Test
  void who_was_off_duty_reads_who_has_it_now_and_that_nothing_is_to_be_done() {
    Message message = at("UTC").message(NotificationKind.PASSED_ON, CHANGE, told(1));
    assertThat(message.subject()).isEqualTo("Passed on: SEV1 ESC-1 Checkout down");
    assertThat(message.text())
        .startsWith(
            "1 escalation is yours no more: nobody attended it while you were off duty."
                + " You need do nothing.\n")
        .contains("now with Emma Stone")
        .doesNotContain("acknowledge");
  }

  @Test
  void a_long_title_is_cut_between_characters_in_the_subject_alone() {
    Standing endless = open("\uD83D\uDE80".repeat(60));
    MessageItem told = new MessageItem(CHANGE, CHANGE, endless, told(1).getFirst().line());
    Message message = at("UTC").message(NotificationKind.RAISED, CHANGE, List.of(told));
    assertThat(message.subject())
        .isEqualTo("Raised: SEV1 ESC-1 " + "\uD83D\uDE80".repeat(39) + "…");
    assertThat(message.text()).contains("\uD83D\uDE80".repeat(60));
  }

  @ParameterizedTest
  @EnumSource(NotificationKind.class)
  void every_kind_has_words_for_one_and_for_many(NotificationKind kind) {
    List<MessageItem> one = kind == NotificationKind.COVERAGE_ALARM ? hole() : told(1);
    List<MessageItem> two = new ArrayList<>(one);
    two.addAll(one);
    Message single = at("UTC").message(kind, CHANGE, one);
    Message plural = at("UTC").message(kind, CHANGE, two);
    assertThat(single.subject() + single.text())
        .doesNotContain("null", "1 escalations", "1 gaps", "1 duties");
    assertThat(plural.subject() + plural.text())
        .doesNotContain("null", "2 escalation ", "2 gap ", "2 duty");
    assertThat(single.subject()).doesNotContain("\n").hasSizeLessThan(80);
  }

  private static Wording at(String zone) {
    return new Wording(ZoneId.of(zone), NOW, "https://meridian.example");
  }

  private static List<MessageItem> told(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> one(i, i == 0 ? Severity.SEV1 : Severity.SEV3, "ESC-" + (i + 1)))
        .toList();
  }

  private static MessageItem one(int number, Severity severity, String escalation) {
    Line line =
        new Line(
                escalation,
                severity,
                "Emma Stone",
                "EMEA",
                "AMER",
                BOUNDARY,
                BOUNDARY,
                BOUNDARY.plusSeconds(900),
                "OFF_ROSTER")
            .because(new Absence.Gap(GapCause.OFF_ROSTER));
    return new MessageItem(new UUID(7, number), new UUID(8, number), open("Checkout down"), line);
  }

  private static Standing open(String title) {
    return new Standing(title, EscalationStatus.OPEN, "Acme", NOW.plusSeconds(600), null);
  }

  private static List<MessageItem> hole() {
    return hole(0);
  }

  private static List<MessageItem> hole(long agreedBeside) {
    Instant start = Instant.parse("2026-03-08T22:00:00Z");
    Line line =
        new Line(null, null, null, "", null, start, null, start.plusSeconds(3600), null)
            .because(new Absence.Hole(CoverageGap.Cause.CLOCK_CHANGE, agreedBeside));
    return List.of(new MessageItem(CHANGE, null, null, line));
  }
}
