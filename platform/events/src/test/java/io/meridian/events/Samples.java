package io.meridian.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One event of every type, with every component filled. */
final class Samples {
  private static final UUID CUSTOMER = UUID.fromString("01939b1c-0000-7000-8000-000000000001");
  private static final UUID ESCALATION = UUID.fromString("01939b1c-0000-7000-8000-000000000002");
  private static final UUID SHIFT_CHANGE = UUID.fromString("01939b1c-0000-5000-8000-000000000003");
  private static final UUID HANDOFF = UUID.fromString("01939b1c-0000-5000-8000-000000000004");
  private static final UUID GAP = UUID.fromString("01939b1c-0000-5000-8000-000000000005");
  private static final UUID REST = UUID.fromString("01939b1c-0000-5000-8000-000000000007");
  private static final UUID SHIFT = UUID.fromString("01939b1c-0000-5000-8000-000000000006");
  private static final Person KAI = new Person("tam-kai", "Kai Tan");
  private static final Person LENA = new Person("tam-lena", "Lena Vogt");

  private Samples() {}

  /** In no particular order. */
  static Stream<Event> all() {
    return Stream.of(
            customers(),
            escalations(),
            accountability(),
            acknowledgements(),
            handoffs(),
            watched(),
            gaps(),
            rests(),
            shifts(),
            swaps(),
            denials(),
            apiTokens())
        .flatMap(events -> events);
  }

  /** One that could not be: it is somebody or a token. */
  private static Stream<Event> denials() {
    DenialState stolen =
        new DenialState(
            GAP,
            "tam-kai",
            "0b7f6a4e",
            at("23:00:00"),
            "laptop stolen",
            "admin-ada",
            at("08:00:00"),
            "admin-abe",
            1,
            at("08:00:00"));
    return Stream.of(new DenialEvent.Made(stolen), new DenialEvent.Lifted(stolen));
  }

  private static Stream<Event> apiTokens() {
    ApiTokenState token =
        new ApiTokenState(
            GAP,
            "Grafana",
            "mrd_q7Wd0aZk",
            "5f".repeat(32),
            "6e".repeat(32),
            at("20:00:00"),
            "mrd_q7Wd0aZk",
            "auditor",
            List.of("GET /api/v1/gaps"),
            at("23:00:00"),
            "admin-ada",
            at("08:00:00"),
            "admin-abe",
            2,
            at("09:00:00"));
    return Stream.of(
        new ApiTokenEvent.Issued(token),
        new ApiTokenEvent.Rotated(token),
        new ApiTokenEvent.Revoked(token));
  }

  private static Stream<Event> customers() {
    CustomerState acme =
        new CustomerState(
            CUSTOMER,
            "Acme Bank",
            Tier.PLATINUM,
            "EMEA",
            "de",
            List.of(
                new ExternalRef("salesforce", "0015g00000XyZ", 12L, "https://sf.example/0015g")),
            Map.of("EMEA", "tam-lena"),
            List.of(new Stakeholder("Dana Roy", "CTO", Severity.SEV2, "observer-dana")),
            true,
            4,
            at("07:00:00"));
    return Stream.of(
        new CustomerEvent.Created(acme),
        new CustomerEvent.Updated(acme),
        new CustomerEvent.TamAssigned("EMEA", acme),
        new CustomerEvent.StakeholdersChanged(acme),
        new SlaPolicyEvent.Changed("mgr-mia", policy()));
  }

  private static SlaPolicyState policy() {
    var target =
        new SlaTarget(
            Severity.SEV1,
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(24),
            ServiceHours.FOLLOW_THE_SUN);
    return new SlaPolicyState(
        Tier.PLATINUM, List.of(target), Duration.ofDays(7), 3, at("07:00:00"));
  }

  private static Stream<Event> escalations() {
    EscalationState state =
        new EscalationState(
            ESCALATION,
            "ESC-1042",
            "Payments fail in Frankfurt",
            "Since the release of this morning.",
            Severity.SEV1,
            EscalationStatus.CLOSED,
            CUSTOMER,
            List.of("payments", "linux"),
            new ExternalRef("zendesk", "88123", 7L, "https://acme.zendesk.example/88123"),
            ServiceHours.FOLLOW_THE_SUN,
            "EMEA",
            at("06:12:00"),
            at("06:15:30"),
            at("09:00:00"),
            at("09:30:00"),
            9,
            at("09:30:00"));
    return Stream.of(
        new EscalationEvent.Opened("zendesk", state),
        new EscalationEvent.Acknowledged("tam-lena", state),
        new EscalationEvent.Noted(
            "tam-lena",
            "Vendor is engaged.",
            new NoteDetails(NoteKind.ACTION, at("10:00:00"), "tam-kai", Mood.CONCERNED, 7L),
            state),
        new EscalationEvent.SeverityChanged("tam-lena", Severity.SEV2, "all of EMEA", state),
        new EscalationEvent.ServiceHoursChanged(
            "tam-lena", ServiceHours.HOME_REGION, "APAC", "the bank works at night", state),
        new EscalationEvent.Updated("tam-lena", List.of("title", "tags"), state),
        new EscalationEvent.Resolved("tam-kai", "rolled back", state),
        new EscalationEvent.Closed("tam-kai", "confirmed by the customer", state),
        new EscalationEvent.Reopened("tam-kai", "came back", state));
  }

  private static Stream<Event> accountability() {
    AccountabilityState state =
        new AccountabilityState(
            ESCALATION,
            at("06:12:00"),
            LENA,
            "EMEA",
            at("07:00:00"),
            at("09:30:00"),
            AccountabilityBasis.HANDOFF,
            at("15:30:00"),
            HANDOFF,
            ServiceHours.FOLLOW_THE_SUN,
            "EMEA",
            false,
            3,
            at("09:30:00"));
    return Stream.of(
        new AccountabilityEvent.Assigned(state),
        new AccountabilityEvent.Transferred(KAI, state),
        new AccountabilityEvent.Held(state),
        new AccountabilityEvent.RegimeChanged(state),
        new AccountabilityEvent.Ended(state),
        new EffectEvent.TookEffect(KAI, state));
  }

  private static Stream<Event> acknowledgements() {
    AcknowledgementState state =
        new AcknowledgementState(
            UUID.fromString("5d1cf8b2-6c0e-3d54-9f0a-0c6f7e1b2a33"),
            ESCALATION,
            "ESC-1042",
            Severity.SEV1,
            LENA,
            "EMEA",
            KAI,
            at("06:22:00"),
            at("06:22:00.123"));
    return Stream.of(
        new AcknowledgementEvent.Raised(state), new AcknowledgementEvent.Overdue(state));
  }

  private static Stream<Event> watched() {
    WatchItemState item =
        new WatchItemState(
            UUID.fromString("01939b1c-0000-7000-8000-000000000031"),
            CUSTOMER,
            "Acme Bank",
            "Database migration",
            "Call Dana Roy and open a SEV1",
            at("18:00:00"),
            at("22:00:00"),
            WatchState.ESCALATED,
            KAI,
            LENA,
            Severity.SEV1,
            2,
            at("19:10:00"));
    WatchHandover handover =
        new WatchHandover(
            SHIFT_CHANGE,
            "APAC",
            "EMEA",
            at("07:00:00"),
            SHIFT,
            at("07:00:00"),
            at("07:15:00"),
            List.of(LENA),
            LENA,
            LENA,
            at("07:02:00"));
    List<WatchItemState> items = List.of(item);
    return Stream.of(
        new WatchEvent.Added(items, List.of(LENA)),
        new WatchEvent.HandedOver(handover, items),
        new WatchEvent.Confirmed(handover, items),
        new WatchEvent.Unconfirmed(handover, items),
        new WatchEvent.Withdrawn(items),
        new WatchEvent.Escalated(items),
        new ShiftChangeEvent.Noted(
            new ShiftChangeNote(
                SHIFT_CHANGE,
                "APAC",
                "EMEA",
                at("07:00:00"),
                at("07:00:00"),
                List.of(LENA),
                "Quiet night; Acme asks for a call at nine.",
                KAI,
                1,
                at("06:50:00"))));
  }

  private static Stream<Event> handoffs() {
    List<HandoffState> handoffs = List.of(handoff());
    return Stream.of(
        new HandoffEvent.Drafted(handoffs),
        new HandoffEvent.Offered(handoffs),
        new HandoffEvent.Accepted(handoffs),
        new HandoffEvent.AssignedByLead(handoffs),
        new HandoffEvent.ReadBack(handoffs),
        new HandoffEvent.Declined(handoffs),
        new HandoffEvent.EscalatedToLead(handoffs),
        new HandoffEvent.WaitingForCoverage(handoffs),
        new HandoffEvent.Cancelled(handoffs),
        new HandoffEvent.Briefed(handoffs),
        new HandoffEvent.Regraded(handoffs),
        new HandoffEvent.Queried(handoffs, query()),
        new HandoffEvent.Answered(handoffs, query()));
  }

  private static HandoffQuery query() {
    return new HandoffQuery(
        1,
        LENA,
        "Has the vendor confirmed the rollback?",
        at("06:40:00"),
        "Yes, at 06:35.",
        at("06:44:00"));
  }

  private static HandoffState handoff() {
    return new HandoffState(
        HANDOFF,
        SHIFT_CHANGE,
        ESCALATION,
        "ESC-1042",
        Severity.SEV1,
        HandoffStatus.CANCELLED,
        KAI,
        "APAC",
        LENA,
        "EMEA",
        at("07:00:00"),
        at("06:30:00"),
        at("07:00:00"),
        at("07:15:00"),
        at("06:41:12.345"),
        CancelReason.MOVED,
        Duration.ofMillis(90_250),
        List.of(
            new HandoffAttempt(
                LENA,
                at("06:30:00"),
                HandoffAttempt.Outcome.ACCEPTED,
                at("06:41:12.345"),
                "picked up",
                "assigned to the customer")),
        new BriefingStatus(2, List.of("CUSTOMER_CONTACT")),
        new Person("tam-lead", "Lea Lund"),
        true,
        List.of(new HandoffAction("call the vendor", "tam-kai", at("09:00:00"))),
        5,
        at("06:41:12.345"));
  }

  private static Stream<Event> gaps() {
    List<GapState> gaps =
        List.of(
            new GapState(
                GAP,
                ESCALATION,
                "ESC-1042",
                CUSTOMER,
                Severity.SEV1,
                at("07:00:00"),
                at("07:04:10.500"),
                GapCause.UNACCEPTED_HANDOFF,
                "APAC",
                "EMEA",
                KAI,
                LENA,
                at("06:30:00"),
                SHIFT_CHANGE,
                false,
                2,
                at("07:04:10.500")));
    return Stream.of(
        new GapEvent.Opened(gaps), new GapEvent.Closed(gaps), new GapEvent.Voided(gaps));
  }

  private static Stream<Event> rests() {
    List<RestState> rests =
        List.of(
            new RestState(
                REST,
                ESCALATION,
                "ESC-1042",
                CUSTOMER,
                Severity.SEV3,
                at("15:00:00"),
                at("23:00:00"),
                RestCause.HOME_HOURS,
                "EMEA",
                LENA,
                1,
                at("23:10:00")));
    return Stream.of(
        new StayEvent.Decided(
            new StayState(LENA, "EMEA", at("15:00:00"), at("23:00:00"), 2, at("15:00:00"))),
        new RestEvent.Recorded(rests),
        new RestEvent.Voided(rests));
  }

  private static Stream<Event> shifts() {
    ShiftState shift =
        new ShiftState(
            SHIFT,
            "EMEA",
            at("07:00:00"),
            at("15:00:00"),
            at("07:00:00"),
            at("15:30:00"),
            "Europe/Berlin",
            LENA,
            new Person("tam-omar", "Omar Haddad"),
            List.of(new Person("tam-new", "Nia New")),
            "emea-day",
            "override-17",
            "Epiphany",
            2,
            at("11:00:00"));
    CalendarState calendar =
        new CalendarState(
            List.of(new CalendarState.Region("EMEA", "Europe", "Europe/Berlin", "tam-lead")),
            List.of(new CalendarState.Tam("tam-lena", "Lena Vogt", "EMEA", "ACTIVE")),
            3,
            at("05:00:00"));
    CoverageForecast forecast =
        new CoverageForecast(
            UUID.fromString("6f0b5f0e-53a7-3c1e-9d4b-2f6a1f2f9a10"),
            3,
            at("05:00:00"),
            at("05:00:00").plus(Duration.ofDays(14)),
            1,
            Duration.ofHours(1),
            1L,
            Duration.ofMinutes(30),
            List.of(
                new CoverageForecast.Gap(
                    at("23:00:00"),
                    at("23:30:00"),
                    "CLOCK_CHANGE",
                    UUID.fromString("01939b1c-0000-7000-8000-000000000012"))),
            at("05:00:00"));
    return Stream.of(
        new ShiftEvent.Started(shift),
        new ShiftEvent.Changed(shift),
        new ShiftEvent.Ended(shift),
        new CalendarEvent.Applied("manager-1", calendar),
        new CoverageEvent.GapsMade("manager-1", forecast),
        new CoverageEvent.GapsForeseen(forecast),
        new DutyEvent.Unreachable(
            new UnreachableDuty(
                UUID.fromString("0e9f2f0a-53a7-3c1e-9d4b-2f6a1f2f9a11"),
                SHIFT,
                KAI,
                "APAC",
                at("23:00:00"),
                at("23:30:00"),
                at("05:00:00"))));
  }

  private static Stream<Event> swaps() {
    SwapState swap =
        new SwapState(
            UUID.fromString("01939b1c-0000-7000-8000-000000000007"),
            KAI,
            LENA,
            new SwapState.Shift(SHIFT, "APAC", at("23:00:00"), at("23:30:00")),
            new SwapState.Shift(SHIFT_CHANGE, "EMEA", at("15:00:00"), at("22:00:00")),
            "dentist",
            SwapStatus.CANCELLED,
            at("05:00:00"),
            at("23:00:00"),
            "tam-kai",
            at("06:00:00"),
            "found somebody else",
            List.of("swap-1"),
            2,
            at("06:00:00"));
    return Stream.of(
        new SwapEvent.Asked(swap),
        new SwapEvent.Accepted(swap),
        new SwapEvent.Declined(swap),
        new SwapEvent.Expired(swap),
        new SwapEvent.Cancelled(swap));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-01-06T" + time + "Z");
  }
}
