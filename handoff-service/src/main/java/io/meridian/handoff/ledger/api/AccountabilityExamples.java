package io.meridian.handoff.ledger.api;

/** Bodies for the OpenAPI document. */
final class AccountabilityExamples {

  static final String LEDGER =
      """
      {"escalationId":"0197f3a2-6c1e-7d40-9a53-0f6c2f1b9e11","opened":"2026-03-07T11:20:00Z","closed":null,
       "serviceHours":"FOLLOW_THE_SUN","homeRegion":"EMEA",
       "intervals":[
         {"tam":{"id":"tam-eva","name":"Eva Lind"},"region":"EMEA","start":"2026-03-07T11:20:00Z","end":"2026-03-07T15:04:12Z","basis":"ASSIGNED"},
         {"tam":{"id":"tam-ann","name":"Ann Ford"},"region":"AMER","start":"2026-03-07T15:04:12Z","end":null,"basis":"HANDOFF"}],
       "holds":[],
       "attended":[{"start":"2026-03-07T11:20:00Z","end":"2026-03-07T15:00:00Z"},{"start":"2026-03-07T15:04:12Z","end":"2026-03-07T15:30:00Z"}],
       "gaps":[{"start":"2026-03-07T15:00:00Z","end":"2026-03-07T15:04:12Z","cause":"UNACCEPTED_HANDOFF","agreed":false}],
       "resting":[]}
      """;
  static final String HOLD = "{\"until\":\"2026-03-07T15:30:00Z\"}";
  static final String REASSIGNMENT = "{\"tam\":\"tam-ann\",\"reason\":\"Eva is ill\"}";

  private AccountabilityExamples() {}
}
