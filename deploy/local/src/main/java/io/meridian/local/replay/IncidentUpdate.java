package io.meridian.local.replay;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of the export as the message that ServiceNow's business rule would have sent.
 *
 * @param number the incident, e.g. {@code INC0000045}; messages of one incident keep their order
 * @param body JSON, every value a string, as ServiceNow writes them; what is missing is left out
 */
public record IncidentUpdate(String number, byte[] body) {

  private static final String MISSING = "?";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter EXPORTED =
      DateTimeFormatter.ofPattern("d/M/uuuu H:mm", Locale.ROOT);
  private static final DateTimeFormatter SERVICENOW =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** ServiceNow's numbers for the states that the export spells out; another one goes as it is. */
  private static final Map<String, String> STATES =
      Map.of(
          "New", "1",
          "Active", "2",
          "Awaiting User Info", "3",
          "Awaiting Vendor", "3",
          "Awaiting Problem", "3",
          "Awaiting Evidence", "3",
          "Resolved", "6",
          "Closed", "7");

  /** Columns that become fields of another or the same name. */
  private static final Map<String, String> PLAIN =
      Map.of(
          "sys_mod_count", "sys_mod_count",
          "caller_id", "caller_id",
          "assigned_to", "assigned_to",
          "assignment_group", "assignment_group",
          "category", "category",
          "impact", "impact",
          "urgency", "urgency",
          "priority", "priority");

  private static final Map<String, String> TIMES =
      Map.of(
          "opened_at", "opened_at",
          "sys_updated_at", "sys_updated_on",
          "resolved_at", "resolved_at",
          "closed_at", "closed_at");

  /**
   * The message of a row.
   *
   * @throws IllegalArgumentException when a column is missing or a time cannot be read
   */
  static IncidentUpdate of(CSVRecord row) {
    String number = "INC" + row.get("number");
    ObjectNode json = JSON.createObjectNode();
    json.put("sys_id", sysId(number));
    json.put("number", number);
    json.put("short_description", title(row, number));
    String state = row.get("ident_state");
    json.put("state", STATES.getOrDefault(state, state));
    PLAIN.forEach((column, field) -> put(json, field, row.get(column)));
    TIMES.forEach((column, field) -> put(json, field, time(row.get(column))));
    try {
      return new IncidentUpdate(number, JSON.writeValueAsBytes(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String title(CSVRecord row, String number) {
    String category = row.get("category");
    String symptom = row.get("u_symptom");
    return number
        + (category.equals(MISSING) ? "" : ", category " + category)
        + (symptom.equals(MISSING) ? "" : ", symptom " + symptom);
  }

  private static void put(ObjectNode json, String field, String value) {
    if (!value.equals(MISSING)) {
      json.put(field, value);
    }
  }

  /** Names the message: the same row has the same in every replay, so that it is known again. */
  String deliveryId() {
    return "replay-" + digest(body);
  }

  /** The export has no zone; UTC is taken, as ServiceNow stores it. */
  static String time(String exported) {
    return exported.equals(MISSING)
        ? MISSING
        : LocalDateTime.parse(exported, EXPORTED).format(SERVICENOW);
  }

  /** 32 hexadecimal digits, the same for the same incident in every replay. */
  static String sysId(String number) {
    return digest(number.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
