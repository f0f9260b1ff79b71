package io.meridian.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void a_serialization_failure_or_deadlock_is_a_race_however_deep(String state) {
    Throwable race = new PersistenceException(new CompletionException(postgres(state)));
    assertThat(Failures.isRace(race)).isTrue();
    assertThat(Failures.isTransient(race)).isTrue();
    assertThat(Failures.isRace(new SQLException("lost", state))).isTrue();
  }

  @Test
  void a_stale_version_is_a_race() {
    assertThat(Failures.isRace(new OptimisticLockException())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01", "57P03", "55P03", "58030", "25006", "25P03"})
  void an_outage_passes_and_is_no_race(String state) {
    assertThat(Failures.isTransient(postgres(state))).isTrue();
    assertThat(Failures.isRace(postgres(state))).isFalse();
  }

  @Test
  void a_connection_that_breaks_passes() {
    assertThat(Failures.isTransient(new CompletionException(new IOException("reset")))).isTrue();
    assertThat(Failures.isTransient(new NoStackTraceThrowable("Timeout"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22012", "23505", "23514", "42P01", "25P02", "P0001"})
  void what_is_wrong_with_the_data_or_the_code_does_not_pass(String state) {
    assertThat(Failures.isTransient(postgres(state))).isFalse();
  }

  @Test
  void a_bug_does_not_pass() {
    assertThat(Failures.isTransient(new NullPointerException())).isFalse();
  }

  @Test
  void a_reason_is_what_the_innermost_cause_says_without_its_class() {
    Throwable failure =
        new CompletionException(new IllegalStateException(new IOException("no room")));
    assertThat(Failures.reason(failure)).isEqualTo("no room");
    assertThat(Failures.reason(new NullPointerException())).contains("see the log");
  }

  @Test
  void a_summary_names_each_cause_once() {
    Throwable failure =
        new CompletionException(new IllegalStateException("a", new IOException("b")));
    assertThat(Failures.summary(failure))
        .isEqualTo("java.lang.IllegalStateException: a; caused by java.io.IOException: b");
  }

  private static PgException postgres(String state) {
    return new PgException("failed", "ERROR", state, null);
  }
}
