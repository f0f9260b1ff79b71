package io.meridian.escalation.escalation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** How the database goes about the intake's statements. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class EscalationBatchesIT {
  @Inject Pool pool;

  @Test
  void known_records_are_found_by_the_index_even_when_statistics_call_the_batch_huge() {
    String many = "array(select 'r' || n from generate_series(1, 50000) n)";
    String look = EscalationBatches.LOAD.replace("$1::text[]", many).replace("$2::text[]", many);

    List<String> plan =
        pool.query("explain " + look)
            .execute()
            .map(rows -> StreamSupport.stream(rows.spliterator(), false))
            .map(rows -> rows.map(row -> row.getString(0)).toList())
            .await()
            .indefinitely();

    assertThat(plan).anyMatch(line -> line.contains("using escalation_external"));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan on escalation"));
  }
}
