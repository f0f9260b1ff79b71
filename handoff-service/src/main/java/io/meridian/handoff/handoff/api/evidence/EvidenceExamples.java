package io.meridian.handoff.handoff.api.evidence;

/** Examples of the documentation. */
final class EvidenceExamples {
  static final String ACCEPTED =
      """
      {"handoffId":"5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11","verified":true,"items":[{"revision":2,
      "recordedAt":"2026-03-09T14:40:00Z","entry":{"handoffId":"5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11",
      "revision":2,"state":"ACCEPTED","from":{"tam":"tam-emma","region":"EMEA"},
      "to":{"tam":"tam-zoe","region":"AMER"},"acceptedAt":"2026-03-09T14:40:00.000Z",
      "effectiveFrom":"2026-03-09T15:00:00.000Z","readBack":"Checkout is down; rollback at 16:00",
      "briefing":{"version":3,
      "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}},
      "position":1042,
      "previousHash":"60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
      "hash":"fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13","faults":[]}],
      "links":{"self":"/api/v1/handoffs/5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11/evidence",
      "handoff":"/api/v1/handoffs/5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11"}}""";

  static final String INTACT =
      """
      {"intact":true,"after":0,"links":1042,"complete":true,"head":{"position":1042,
      "hash":"fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13"},
      "faultCount":0,"faults":[],"withoutEvidence":0}""";

  private EvidenceExamples() {}
}
