package io.meridian.escalation.intake.api;

import io.meridian.escalation.escalation.domain.Delivery;
import io.meridian.escalation.escalation.domain.Order;
import io.meridian.escalation.intake.domain.TicketReport;
import io.meridian.escalation.integration.domain.Integration;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
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
final class ServiceNowIncident implements ForeignTicket {
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

  private final ForeignFields fields;

  ServiceNowIncident(ForeignFields fields) {
    this.fields = fields;
  }

  @Override
  public TicketReport report(Integration sender, String deliveryId) {
    String id = fields.id("sys_id");
    String number = fields.title("number");
    Order.Counter count = count();
    TIMES.forEach(this::checkTime);
    String state = fields.word("state");
    return fields.checked(
        new TicketReport(
            sender.name(),
            new ExternalRef(sender.system(), id, count.count(), fields.url("url")),
            new Delivery(count, deliveryId),
            fields.title("short_description"),
            "Incident " + (number == null ? id : number),
            fields.text("description"),
            severity(),
            status(state),
            fields.optionalId("company"),
            null,
            details(state)));
  }

  @Override
  public List<String> shortened() {
    return fields.shortened();
  }

  private Order.Counter count() {
    Order.Counter count = fields.counter("sys_mod_count");
    fields.needed("sys_mod_count", count, "must not be blank");
    return count == null ? new Order.Counter(0) : count;
  }

  private EscalationStatus status(@Nullable String state) {
    EscalationStatus status = STATUS_BY_STATE.get(state == null ? "" : state);
    if (status == null) {
      fields.wrong("state", "unknown-state", "must be one of 1, 2, 3, 6, 7, 8");
      return EscalationStatus.OPEN;
    }
    return status;
  }

  private Severity severity() {
    String priority = fields.word("priority");
    if (priority != null) {
      return severity(digit("priority", priority, 5));
    }
    String impact = fields.word("impact");
    String urgency = fields.word("urgency");
    if (impact == null || urgency == null) {
      fields.wrong("priority", "required", "must be given, or impact and urgency");
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
      fields.wrong(field, "out-of-range", "must be one of 1 to " + max);
      return max;
    }
    return first - '0';
  }

  private void checkTime(String field) {
    String text = fields.word(field);
    if (text == null) {
      return;
    }
    try {
      LocalDateTime.parse(text, TIME);
    } catch (DateTimeException e) {
      fields.wrong(field, "wrong-type", "must be a UTC time such as 2026-03-08 07:00:00");
    }
  }

  private Map<String, String> details(@Nullable String state) {
    Map<String, String> details = new LinkedHashMap<>();
    for (String field : CHANGES_ON_THE_TIMELINE) {
      String value = fields.display(field);
      if (value != null) {
        details.put(field, value);
      }
    }
    details.put("on hold", ON_HOLD.equals(state) ? "yes" : "no");
    return details;
  }
}
