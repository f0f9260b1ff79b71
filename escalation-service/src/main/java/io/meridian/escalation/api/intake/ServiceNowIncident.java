package io.meridian.escalation.api.intake;

import io.meridian.escalation.application.intake.TicketIntake.Told;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of ServiceNow's table {@code incident}, read as our published contract says. */
final class ServiceNowIncident {
  private static final String NEW = "1";
  private static final String ON_HOLD = "3";
  private static final Map<String, EscalationStatus> STATUS_BY_STATE =
      Map.of(
          NEW,
          EscalationStatus.OPEN,
          "2",
          EscalationStatus.ACKNOWLEDGED,
          ON_HOLD,
          EscalationStatus.ACKNOWLEDGED,
          "6",
          EscalationStatus.RESOLVED,
          "7",
          EscalationStatus.CLOSED,
          "8",
          EscalationStatus.CLOSED);
  private static final List<String> CHANGES_ON_THE_TIMELINE =
      List.of("assigned_to", "assignment_group", "category");
  private static final List<String> TIMES = List.of("opened_at", "sys_updated_on");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final int DETAIL_MAX = 255;

  private final JsonFields fields;
  private final Wrong wrong = new Wrong();

  ServiceNowIncident(JsonFields fields) {
    this.fields = fields;
  }

  Told told() {
    String id = wrong.required("sys_id", fields.text("sys_id"), Wrong.ID_MAX);
    String number = wrong.optional("number", fields.text("number"), Wrong.ID_MAX);
    String subject =
        wrong.optional("short_description", fields.text("short_description"), Wrong.TITLE_MAX);
    String text = wrong.optional("description", fields.text("description"), Wrong.TEXT_MAX);
    TIMES.forEach(this::checkTime);
    return wrong.none(
        new Told(
            id,
            version(),
            wrong.url("url", fields.text("url")),
            title(subject, number == null ? id : number),
            text == null ? "" : text,
            severity(),
            status(),
            wrong.optional("company", fields.text("company"), Wrong.ID_MAX),
            details()));
  }

  private static String title(@Nullable String subject, String number) {
    return subject == null ? "Incident " + number : subject;
  }

  private long version() {
    String count = wrong.required("sys_mod_count", fields.text("sys_mod_count"), 18);
    if (!count.chars().allMatch(c -> c >= '0' && c <= '9')) {
      wrong.add("sys_mod_count", "wrong-type", "must be a whole number");
      return 0;
    }
    return count.isEmpty() || count.length() > 18 ? 0 : Long.parseLong(count);
  }

  private EscalationStatus status() {
    String state = fields.text("state");
    EscalationStatus status = STATUS_BY_STATE.get(state == null ? "" : state);
    if (status == null) {
      wrong.add("state", "unknown-state", "must be one of 1, 2, 3, 6, 7, 8");
      return EscalationStatus.OPEN;
    }
    return status;
  }

  private Severity severity() {
    String priority = fields.text("priority");
    if (priority != null) {
      return severity(digit("priority", priority, 5));
    }
    String impact = fields.text("impact");
    String urgency = fields.text("urgency");
    if (impact == null || urgency == null) {
      wrong.add("priority", "required", "must be given, or impact and urgency");
      return Severity.SEV4;
    }
    int sum = digit("impact", impact, 3) + digit("urgency", urgency, 3);
    return severity(Math.max(1, sum - 1));
  }

  private static Severity severity(int priority) {
    return switch (priority) {
      case 1 -> Severity.SEV1;
      case 2 -> Severity.SEV2;
      case 3 -> Severity.SEV3;
      default -> Severity.SEV4;
    };
  }

  /** A number from 1; as a form shows it, "1 - Critical", it will do too. */
  private int digit(String field, String text, int max) {
    char first = text.charAt(0);
    boolean alone = text.length() == 1 || text.startsWith(" - ", 1);
    if (!alone || first < '1' || first > '0' + max) {
      wrong.add(field, "out-of-range", "must be one of 1 to " + max);
      return max;
    }
    return first - '0';
  }

  private void checkTime(String field) {
    String text = fields.text(field);
    if (text == null) {
      return;
    }
    try {
      LocalDateTime.parse(text, TIME);
    } catch (DateTimeException e) {
      wrong.add(field, "wrong-type", "must be a UTC time such as 2026-03-08 07:00:00");
    }
  }

  private Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    for (String field : CHANGES_ON_THE_TIMELINE) {
      String value = wrong.optional(field, fields.display(field), DETAIL_MAX);
      if (value != null) {
        details.put(field, value);
      }
    }
    details.put("on hold", ON_HOLD.equals(fields.text("state")) ? "yes" : "no");
    return details;
  }
}
