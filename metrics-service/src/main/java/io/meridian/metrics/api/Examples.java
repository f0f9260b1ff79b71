package io.meridian.metrics.api;

/** Answers as the API's description shows them; a test reads each into its view. */
final class Examples {

  static final String GAP_LIST =
      """
      {"items":[{"id":"6c0f2bb0-5a4e-3f57-9a11-0c6f5f0f9a01","escalationId":"0195f5c4-7a10-7c3e-8d2f-1b2c3d4e5f60",
        "escalation":"ESC-1042","customer":{"id":"0195f5c4-1111-7c3e-8d2f-1b2c3d4e5f60","name":"Acme"},
        "severity":"SEV1","start":"2026-03-08T15:00:00Z","end":null,"duration":"PT4M12S",
        "cause":"UNACCEPTED_HANDOFF","fromRegion":"EMEA","toRegion":"AMER",
        "accountable":{"id":"tam-eva","name":"Eva Berg"},"asked":{"id":"tam-kim","name":"Kim Ross"},
        "askedSince":"2026-03-08T14:30:00Z","shiftChangeId":"1d6e2f7c-9a50-3c55-8f1e-7f8a9b0c1d2e",
        "agreed":false}],
       "asOf":"2026-03-08T15:04:12Z","nextCursor":null}""";

  static final String GAP =
      """
      {"id":"6c0f2bb0-5a4e-3f57-9a11-0c6f5f0f9a01","escalationId":"0195f5c4-7a10-7c3e-8d2f-1b2c3d4e5f60",
       "escalation":"ESC-1042","customer":null,"severity":"SEV2","start":"2026-03-08T22:00:00Z",
       "end":"2026-03-08T23:00:00Z","duration":"PT1H","cause":"COVERAGE_HOLE","fromRegion":"AMER","toRegion":"APAC",
       "accountable":{"id":"tam-ana","name":"Ana Diaz"},"asked":null,"askedSince":null,"shiftChangeId":null,"agreed":true,"asOf":"2026-03-09T08:00:00Z",
       "links":{"self":"/api/v1/gaps/6c0f2bb0-5a4e-3f57-9a11-0c6f5f0f9a01",
        "escalation":"/api/v1/escalations/0195f5c4-7a10-7c3e-8d2f-1b2c3d4e5f60",
        "accountability":"/api/v1/accountability/0195f5c4-7a10-7c3e-8d2f-1b2c3d4e5f60"}}""";

  static final String SUMMARY_BY_REGION_PAIR =
      """
      {"from":"2026-01-01T00:00:00Z","to":"2027-01-01T00:00:00Z","groupBy":"regionPair",
       "items":[{"key":"AMER>APAC","fromRegion":"AMER","toRegion":"APAC","gaps":412,"open":0,"duration":"PT238H",
         "longest":"PT1H","agreed":"PT0S","share":0.9015},
        {"key":"EMEA>AMER","fromRegion":"EMEA","toRegion":"AMER","gaps":97,"open":1,"duration":"PT26H",
         "longest":"PT42M10S","agreed":"PT0S","share":0.0985}],
       "totals":{"gaps":509,"open":1,"duration":"PT264H","longest":"PT1H","agreed":"PT0S"},"asOf":"2026-11-23T09:00:00Z"}""";

  static final String SUMMARY_BY_WEEK =
      """
      {"from":"2026-03-02T00:00:00Z","to":"2026-03-16T00:00:00Z","groupBy":"week",
       "items":[{"key":"2026-W10","week":"2026-W10","gaps":12,"open":0,"duration":"PT3H","longest":"PT1H","agreed":"PT0S","share":0.75},
        {"key":"2026-W11","week":"2026-W11","gaps":4,"open":0,"duration":"PT1H","longest":"PT20M","agreed":"PT0S","share":0.25}],
       "totals":{"gaps":16,"open":0,"duration":"PT4H","longest":"PT1H","agreed":"PT0S"},"asOf":"2026-11-23T09:00:00Z"}""";

  static final String SUMMARY_BY_ASKED_TAM =
      """
      {"from":"2026-03-02T00:00:00Z","to":"2026-03-09T00:00:00Z","groupBy":"askedTam",
       "items":[{"key":"tam-kim","askedTam":{"id":"tam-kim","name":"Kim Ross"},"gaps":11,"open":11,"duration":"PT2H12M",
         "longest":"PT12M","agreed":"PT0S","share":0.6875},
        {"key":"","gaps":1,"open":0,"duration":"PT1H","longest":"PT1H","agreed":"PT0S","share":0.3125}],
       "totals":{"gaps":12,"open":11,"duration":"PT3H12M","longest":"PT1H","agreed":"PT0S"},"asOf":"2026-03-08T15:12:00Z"}""";

  static final String ATTENDANCE =
      """
      {"from":"2026-03-02T00:00:00Z","to":"2026-03-09T00:00:00Z","groupBy":"serviceHours",
       "items":[{"key":"HOME_REGION","serviceHours":"HOME_REGION","open":"PT1000H","attended":"PT300H","gap":"PT0S",
         "agreed":"PT0S","resting":"PT700H",
         "shares":{"attended":0.3,"gap":0,"agreed":0,"resting":0.7}},
        {"key":"FOLLOW_THE_SUN","serviceHours":"FOLLOW_THE_SUN","open":"PT200H","attended":"PT194H","gap":"PT4H",
         "agreed":"PT2H","resting":"PT0S",
         "shares":{"attended":0.97,"gap":0.02,"agreed":0.01,"resting":0}}],
       "totals":{"open":"PT1200H","attended":"PT494H","gap":"PT4H","agreed":"PT2H","resting":"PT700H",
         "shares":{"attended":0.4117,"gap":0.0033,"agreed":0.0017,"resting":0.5833}},
       "asOf":"2026-03-09T08:00:00Z"}""";

  static final String HANDOFF_METRICS =
      """
      {"from":"2026-03-02T00:00:00Z","to":"2026-03-09T00:00:00Z",
       "items":[{"fromRegion":"EMEA","toRegion":"AMER","handoffs":120,"offered":120,"accepted":116,"acceptedEarly":90,
         "acceptedInTime":20,"acceptedLate":6,"withoutGap":104,"assignedByLead":1,"declined":3,"escalatedToLead":8,
         "missed":1,"cancelled":2,"pending":0,"pendingPastBoundary":0,"offeredLate":0,
         "acceptanceRate":0.9831,"inTimeRate":0.9322,"withoutGapRate":0.8814,
         "timeToAccept":{"median":"PT6M30S","p95":"PT41M12S"}}],
       "totals":{"handoffs":120,"offered":120,"accepted":116,"acceptedEarly":90,"acceptedInTime":20,"acceptedLate":6,
         "withoutGap":104,"assignedByLead":1,"declined":3,"escalatedToLead":8,"missed":1,"cancelled":2,"pending":0,
         "pendingPastBoundary":0,"offeredLate":0,"acceptanceRate":0.9831,"inTimeRate":0.9322,"withoutGapRate":0.8814,
         "timeToAccept":{"median":"PT6M30S","p95":"PT41M12S"}},
       "asOf":"2026-03-09T08:00:00Z"}""";

  static final String ESCALATION_METRICS =
      """
      {"from":"2026-03-02T00:00:00Z","to":"2026-03-09T00:00:00Z",
       "items":[{"severity":"SEV1","opened":14,"acknowledged":14,"resolved":12,"closed":11,"openNow":3,
         "timeToAcknowledge":{"median":"PT2M10S","p95":"PT11M"},"timeToResolve":{"median":"PT3H12M","p95":"PT19H"}}],
       "totals":{"opened":14,"acknowledged":14,"resolved":12,"closed":11,"openNow":3,
         "timeToAcknowledge":{"median":"PT2M10S","p95":"PT11M"},"timeToResolve":{"median":"PT3H12M","p95":"PT19H"}},
       "asOf":"2026-03-09T08:00:00Z"}""";

  private Examples() {}
}
