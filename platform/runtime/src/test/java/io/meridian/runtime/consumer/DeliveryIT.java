package io.meridian.runtime.consumer;

import static io.meridian.runtime.Samples.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class DeliveryIT {
  @Inject Transactions transactions;
  @Inject Outbox outbox;
  @Inject Pool pool;

  @Test
  void what_a_transaction_appends_arrives_once_and_in_order() {
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 10; i++) {
      int from = i * 100 + 1;
      var events = IntStream.range(from, from + 100).mapToObj(n -> customer(id, n)).toList();
      transactions.writeSql(tx -> outbox.append(tx, events)).await().atMost(Duration.ofSeconds(10));
    }
    await()
        .untilAsserted(
            () ->
                assertThat(revisions(id))
                    .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1000).mapToObj(Long::valueOf).toList()));
  }

  private List<Long> revisions(UUID customer) {
    var rows =
        pool.preparedQuery("select revision from seen where customer = $1 order by at")
            .execute(Tuple.of(customer))
            .await()
            .atMost(Duration.ofSeconds(10));
    return StreamSupport.stream(rows.spliterator(), false).map((Row r) -> r.getLong(0)).toList();
  }
}
