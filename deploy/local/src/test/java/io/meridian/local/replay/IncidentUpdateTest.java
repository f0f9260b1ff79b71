package io.meridian.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentUpdateTest {

  private static final String HEADER =
      "number,ident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,"
          + "opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,"
          + "contact_type,location,category,category,u_symptom,cmdb_ci,impact,urgency,priority,"
          + "assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,"
          + "vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at\n";
  private static final String ROW =
      "0000045,%s,true,0,0,2,true,2403,8,29/2/2016 01:16,6,29/2/2016 01:23,642,29/2/2016 08:53,"
          + "Phone,143,55,170,72,?,2,2,3,56,?,true,false,Do Not Notify,?,?,?,?,5,149,"
          + "29/2/2016 11:29,5/3/2016 12:00\n";

  @TempDir private Path folder;

  @Test
  void a_row_becomes_the_message_that_servicenow_would_have_sent() throws Exception {
    JsonNode message = message(ROW.formatted("Resolved"));

    assertThat(message.path("sys_id").asText()).matches("[0-9a-f]{32}");
    assertThat(message.path("number").asText()).isEqualTo("INC0000045");
    assertThat(message.path("state").asText()).isEqualTo("6");
    assertThat(message.path("sys_mod_count").asText()).isEqualTo("2");
    assertThat(message.path("priority").asText()).isEqualTo("3");
    assertThat(message.path("opened_at").asText()).isEqualTo("2016-02-29 01:16:00");
    assertThat(message.path("sys_updated_on").asText()).isEqualTo("2016-02-29 08:53:00");
    assertThat(message.path("short_description").asText()).contains("INC0000045", "symptom 72");
  }

  @Test
  void what_is_missing_in_the_export_is_missing_in_the_message() throws Exception {
    assertThat(message(ROW.formatted("New")).has("assigned_to")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "New, 1",
    "Active, 2",
    "Awaiting User Info, 3",
    "Awaiting Vendor, 3",
    "Awaiting Problem, 3",
    "Awaiting Evidence, 3",
    "Resolved, 6",
    "Closed, 7"
  })
  void states_are_sent_as_servicenows_numbers(String exported, String sent) throws Exception {
    assertThat(message(ROW.formatted(exported)).path("state").asText()).isEqualTo(sent);
  }

  @Test
  void an_unknown_state_is_sent_as_it_is_for_the_intake_to_judge() throws Exception {
    assertThat(message(ROW.formatted("-100")).path("state").asText()).isEqualTo("-100");
  }

  @Test
  void an_incident_has_the_same_id_in_every_replay_and_no_other_incident_has_it() {
    assertThat(IncidentUpdate.sysId("INC0000045"))
        .isEqualTo(IncidentUpdate.sysId("INC0000045"))
        .isNotEqualTo(IncidentUpdate.sysId("INC0000046"));
  }

  @Test
  void a_time_that_cannot_be_read_is_refused() {
    assertThatThrownBy(() -> IncidentUpdate.time("31/2/2016 25:00"))
        .isInstanceOf(java.time.DateTimeException.class);
  }

  @Test
  void a_row_is_the_same_message_in_every_replay_and_another_row_is_another() throws Exception {
    String id = update(ROW.formatted("New")).deliveryId();

    assertThat(update(ROW.formatted("New")).deliveryId()).isEqualTo(id);
    assertThat(update(ROW.formatted("Active")).deliveryId()).isNotEqualTo(id);
  }

  private JsonNode message(String row) throws Exception {
    return JsonMapper.builder().build().readTree(update(row).body());
  }

  private IncidentUpdate update(String row) throws Exception {
    ExportFile file = new ExportFile(Files.writeString(folder.resolve("log.csv"), HEADER + row));
    List<IncidentUpdate> updates = new ArrayList<>();
    file.forEach(record -> updates.add(IncidentUpdate.of(record)));
    assertThat(file.rows()).isEqualTo(1);
    return updates.getFirst();
  }
}
