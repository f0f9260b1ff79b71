package io.meridian.escalation.escalation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.events.ServiceHours;
import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** How the database goes about the intake's statements. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class EscalationBatchesIT {
  /** So many that an index pays, whatever other tests have left and statistics know of it. */
  private static final String RECORDS =
      """
      insert into escalation
        (id, number, title, description, severity, status, tags, external_system, external_id,
         created_at, opened_at, revision, changed_at)
      select gen_random_uuid(), -n, 't', '', 'SEV4', 'OPEN', '{}', 'many', 'm' || n, now(), now(), 1,
             now()
        from generate_series(1, 5000) n
      """;

  @Inject Pool pool;
  @Inject EscalationBatches escalations;

  @Test
  void
      what_a_replica_of_an_earlier_version_resolved_is_due_after_a_week_and_has_hours_by_severity() {
    pool.query(
            """
            insert into escalation
              (id, number, title, description, severity, status, tags, created_at, opened_at,
               resolved_at, revision, changed_at)
            select gen_random_uuid(), 900001, 't', '', 'SEV4', 'RESOLVED', '{}', t.at, t.at, t.at, 1,
                   t.at
              from (select timestamptz '2040-03-08T07:00:00Z' as at) t
            """)
        .execute()
        .await()
        .indefinitely();

    assertThat(due("2040-03-15T06:59:59Z")).isEmpty();
    assertThat(due("2040-03-15T07:00:00Z"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.regime().serviceHours()).isEqualTo(ServiceHours.HOME_REGION);
              assertThat(one.lifecycle().closesAt())
                  .isEqualTo(Instant.parse("2040-03-15T07:00:00Z"));
            });
  }

  private List<Escalation> due(String now) {
    return escalations.due(Instant.parse(now), 100).await().indefinitely().stream()
        .filter(one -> one.number() == 900_001)
        .toList();
  }

  @Test
  void known_records_are_found_by_the_index_even_when_statistics_call_the_batch_huge() {
    String many = "array(select 'r' || n from generate_series(1, 50000) n)";
    String look = EscalationBatches.LOAD.replace("$1::text[]", many).replace("$2::text[]", many);

    List<String> plan =
        pool.withConnection(
                connection ->
                    connection
                        .begin()
                        .chain(
                            unit ->
                                connection
                                    .query(RECORDS)
                                    .execute()
                                    .chain(() -> connection.query("explain " + look).execute())
                                    .eventually(unit::rollback)))
            .map(rows -> StreamSupport.stream(rows.spliterator(), false))
            .map(rows -> rows.map(row -> row.getString(0)).toList())
            .await()
            .indefinitely();

    assertThat(plan).anyMatch(line -> line.contains("using escalation_external"));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan on escalation"));
  }
}
