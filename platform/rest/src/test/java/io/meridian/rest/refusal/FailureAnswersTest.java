package io.meridian.rest.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.rest.problem.Problem;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailureAnswersTest {

  private static Problem answer(Throwable failure) {
    return Refusals.of(new CompletionException(failure)).orElseThrow();
  }

  private static PgException postgres(String sqlState) {
    return new PgException("secret statement", "ERROR", sqlState, "secret detail");
  }

  @Test
  void an_outage_is_503_and_says_when_to_try_again() {
    for (Throwable outage :
        new Throwable[] {
          new ConnectException("secret address"), postgres("57P01"), postgres("53300")
        }) {
      assertThat(answer(outage).status()).isEqualTo(503);
      assertThat(answer(outage).headers()).containsEntry("Retry-After", "1");
      assertThat(answer(outage).detail()).doesNotContain("secret");
    }
  }

  @Test
  void a_lost_race_is_409() {
    assertThat(answer(new OptimisticLockException("secret")).status()).isEqualTo(409);
    assertThat(answer(postgres("40001")).code()).isEqualTo("concurrent-change");
  }

  @Test
  void what_is_not_known_is_a_fault_of_ours() {
    assertThat(Refusals.of(new IllegalStateException("secret"))).isEmpty();
    assertThat(Refusals.of(postgres("23505"))).isEmpty();
    assertThat(Refusals.ofStatus(500).detail()).doesNotContain("secret");
  }
}
