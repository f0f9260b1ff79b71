package io.meridian.handoff.overview.api;

/** Examples of the documentation. */
final class OverviewExamples {
  static final String MY_SHIFT =
      """
      {"at":"2026-03-09T14:58:00Z",
      "tam":{"id":"tam-zoe","name":"Zoe Park","region":"AMER","zone":"America/New_York","status":"ACTIVE"},
      "leads":[],"now":null,
      "next":{"id":"7e0c1c7e-35b1-3b0e-9f86-0b0a6a1d9e22","region":"AMER","zone":"America/New_York",
      "start":"2026-03-09T15:00:00Z","end":"2026-03-09T23:00:00Z","until":"2026-03-09T23:00:00Z",
      "tier":"PRIMARY","with":[{"id":"tam-adam","name":"Adam Bell","tier":"SECONDARY"}]},
      "incoming":{"boundary":"2026-03-09T15:00:00Z","acceptBy":"2026-03-09T15:15:00Z",
      "from":[{"tam":{"id":"tam-emma","name":"Emma Stone"},"count":1}],
      "handoffs":[{"id":"5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11",
      "shiftChangeId":"0f9c1c7e-35b1-3b0e-9f86-0b0a6a1d9e21",
      "escalationId":"01959c2e-6c1a-7c1f-8a60-2f6f0f6d3b10","escalation":"ESC-1042",
      "severity":"SEV1","title":"Checkout down",
      "customerId":"01959c2e-0000-7c1f-8a60-2f6f0f6d3b10","customer":"Aurora Air","state":"OFFERED",
      "from":{"tam":{"id":"tam-emma","name":"Emma Stone"},"region":"EMEA","zone":"Europe/London"},
      "to":{"tam":{"id":"tam-zoe","name":"Zoe Park"},"region":"AMER","zone":"America/New_York"},
      "boundary":"2026-03-09T15:00:00Z","acceptBy":"2026-03-09T15:15:00Z",
      "effectiveFrom":"2026-03-09T15:00:00Z","acceptedAt":null,"needsReadBack":true,
      "readBackOwed":false,"missing":["SUMMARY"],"openQuestions":0,"declined":null,
      "nextDue":{"kind":"SLA_UPDATE","text":"SLA: next update, one every 1 h",
      "at":"2026-03-09T15:12:00Z"},"revision":2,
      "links":{"self":"/api/v1/handoffs/5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11",
      "html":"/handoffs/5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11"}}]},
      "outgoing":null,"holding":[],"questions":{"toMe":[],"answered":[]},
      "after":{"shiftChangeId":"2f9c1c7e-35b1-3b0e-9f86-0b0a6a1d9e23","region":"APAC",
      "zone":"Asia/Singapore","tam":{"id":"tam-kai","name":"Kai Tan"},"secondary":null,
      "boundary":"2026-03-09T23:00:00Z","start":"2026-03-09T23:00:00Z","reachable":true},
      "risks":[],"complete":true,"revision":"9f86d081884c7d65"}\
      """;

  static final String OFF_DUTY =
      """
      {"at":"2026-03-09T08:00:00Z","tam":null,"leads":["AMER"],"now":null,"next":null,"incoming":null,
      "outgoing":null,"holding":[],"questions":{"toMe":[],"answered":[]},"after":null,
      "watch":[],"notes":[],"risks":[{"kind":"COVERAGE_HOLE","at":"2026-03-09T22:00:00Z","until":"2026-03-09T23:00:00Z",
      "detail":"No primary is on duty anywhere: clock change","tam":null,"handoffId":null}],
      "complete":true,"revision":"1b4f0e9851971998"}\
      """;

  static final String BOARD =
      """
      {"at":"2026-03-09T15:04:00Z","from":"2026-03-09T03:00:00Z","to":"2026-03-10T03:00:00Z",
      "regions":[{"code":"AMER","name":"Americas","zone":"America/New_York",
      "lead":{"id":"tam-leo","name":"Leo Cruz"},
      "onDuty":[{"tam":{"id":"tam-zoe","name":"Zoe Park"},"tier":"PRIMARY",
      "shiftId":"7e0c1c7e-35b1-3b0e-9f86-0b0a6a1d9e22","until":"2026-03-09T23:00:00Z"}],
      "next":{"shiftId":"7e0c1c7e-35b1-3b0e-9f86-0b0a6a1d9e29","start":"2026-03-10T15:00:00Z",
      "primary":{"id":"tam-zoe","name":"Zoe Park"},"secondary":null},"open":{"SEV1":1,"SEV3":4}}],
      "band":[{"shiftId":"7e0c1c7e-35b1-3b0e-9f86-0b0a6a1d9e22","region":"AMER",
      "start":"2026-03-09T15:00:00Z","end":"2026-03-09T23:00:00Z","zone":"America/New_York",
      "primary":{"id":"tam-zoe","name":"Zoe Park"},"secondary":null}],
      "shiftChanges":[{"id":"0f9c1c7e-35b1-3b0e-9f86-0b0a6a1d9e21","fromRegion":"EMEA",
      "toRegion":"AMER","boundary":"2026-03-09T15:00:00Z","start":"2026-03-09T15:00:00Z",
      "prepareAt":"2026-03-09T14:30:00Z","acceptBy":"2026-03-09T15:15:00Z","prepared":true,
      "primary":{"id":"tam-zoe","name":"Zoe Park"},"secondary":null,
      "handoffs":{"waitingForCoverage":0,"offered":2,"escalatedToLead":0,"accepted":5,
      "assignedByLead":0,"cancelled":0}}],
      "unaccepted":[],
      "gaps":[{"id":"3a1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d17",
      "escalationId":"01959c2e-6c1a-7c1f-8a60-2f6f0f6d3b10","escalation":"ESC-1042",
      "title":"Checkout down","severity":"SEV1","start":"2026-03-09T15:00:00Z","end":null,
      "cause":"UNACCEPTED_HANDOFF","accountable":{"id":"tam-emma","name":"Emma Stone"},
      "asked":{"id":"tam-zoe","name":"Zoe Park"},"fromRegion":"EMEA","toRegion":"AMER",
      "agreed":false,"html":"/escalations/ESC-1042"}],
      "holes":[],"nextHole":{"start":"2026-03-14T22:00:00Z","end":"2026-03-14T23:00:00Z",
      "cause":"CLOCK_CHANGE","duration":"PT1H","agreed":null},
      "open":{"SEV1":1,"SEV3":4},
      "accountable":[{"tam":{"id":"tam-zoe","name":"Zoe Park"},"region":"AMER","open":{"SEV1":1,"SEV3":4}}],
      "complete":true,"revision":"60303ae22b998861"}\
      """;

  private OverviewExamples() {}
}
