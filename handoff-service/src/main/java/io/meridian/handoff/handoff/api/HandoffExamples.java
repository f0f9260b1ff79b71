package io.meridian.handoff.handoff.api;

/** Examples of the documentation. */
final class HandoffExamples {
  static final String HANDOFF =
      """
      {"id":"5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11",
      "shiftChangeId":"0f9c1c7e-35b1-3b0e-9f86-0b0a6a1d9e21",
      "escalationId":"01959c2e-6c1a-7c1f-8a60-2f6f0f6d3b10","escalation":"ESC-1042",
      "severity":"SEV1","state":"OFFERED",
      "from":{"tam":{"id":"tam-emma","name":"Emma Stone"},"region":"EMEA"},
      "to":{"tam":{"id":"tam-zoe","name":"Zoe Park"},"region":"AMER"},
      "boundary":"2026-03-09T15:00:00Z","offeredAt":"2026-03-09T14:30:00Z",
      "effectiveFrom":"2026-03-09T15:00:00Z","acceptBy":"2026-03-09T15:15:00Z",
      "acceptedAt":null,"assignedBy":null,"needsReadBack":true,"readBackOwed":false,
      "readBack":null,"actionsLeft":[],"cancelReason":null,"lateness":"PT0S",
      "attempts":[{"tam":{"id":"tam-zoe","name":"Zoe Park"},
      "offeredAt":"2026-03-09T14:30:00Z","outcome":"PENDING","answeredAt":null,"reason":null}],
      "queries":[],"briefing":{"severity":"SEV1","title":"Checkout down",
      "status":"ACKNOWLEDGED","openedAt":"2026-03-09T09:12:00Z"},"revision":1}""";

  static final String BULK =
      """
      {"items":[{"id":"5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11","readBack":"seen, on it"},
      {"id":"8d1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d12"}]}""";

  static final String ALL =
      """
      {"all":true}""";

  static final String SHIFT_CHANGE =
      """
      {"id":"0f9c1c7e-35b1-3b0e-9f86-0b0a6a1d9e21","fromRegion":"EMEA",
      "toRegion":"AMER","boundary":"2026-03-09T15:00:00Z",
      "incoming":{"shiftId":"7e0c1c7e-35b1-3b0e-9f86-0b0a6a1d9e22",
      "start":"2026-03-09T15:00:00Z","end":"2026-03-09T23:00:00Z",
      "primary":{"id":"tam-zoe","name":"Zoe Park"},"secondary":null},
      "prepareAt":"2026-03-09T14:30:00Z","acceptBy":"2026-03-09T15:15:00Z",
      "preparedAt":"2026-03-09T14:30:00Z","lateness":"PT0S",
      "handoffs":{"waitingForCoverage":0,"offered":2,"escalatedToLead":0,"accepted":5,
      "assignedByLead":0,"cancelled":1}}""";

  static final String SHIFT_CHANGES = "{\"items\":[" + SHIFT_CHANGE + "],\"nextCursor\":null}";

  private HandoffExamples() {}
}
