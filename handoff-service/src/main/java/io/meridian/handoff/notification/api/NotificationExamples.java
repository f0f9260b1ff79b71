package io.meridian.handoff.notification.api;

/** Examples of the documentation. */
final class NotificationExamples {
  private static final String FIELDS =
      """
      "id":"01959c2e-6c1a-7c1f-8a60-2f6f0f6d3b10","kind":"INCOMING","recipient":"tam-zoe",
      "status":"DELIVERED","cause":null,"subject":"Coming to you at 15:00: 3 escalations from EMEA","items":3,
      "redeliveries":0,"occurredAt":"2026-03-09T14:30:00Z","createdAt":"2026-03-09T14:30:00.012Z",
      "dueAt":"2026-03-09T14:30:00.1Z","deliveredAt":"2026-03-09T14:30:00.131Z","attemptCount":1,
      """;

  private static final String LINKS =
      """
      "links":{"self":"/api/v1/notifications/01959c2e-6c1a-7c1f-8a60-2f6f0f6d3b10",
      "html":"/notifications/01959c2e-6c1a-7c1f-8a60-2f6f0f6d3b10"}\
      """;

  static final String ONE =
      "{"
          + FIELDS
          + """
          "attempts":[{"number":1,"channel":"EMAIL","target":"zoe@example.com",
          "startedAt":"2026-03-09T14:30:00.115Z","endedAt":"2026-03-09T14:30:00.131Z",
          "outcome":"DELIVERED","detail":null}],
          """
          + LINKS
          + "}";

  static final String PAGE =
      "{\"items\":[{" + FIELDS + "\"attempts\":null," + LINKS + "}],\"nextCursor\":null}";

  private NotificationExamples() {}
}
