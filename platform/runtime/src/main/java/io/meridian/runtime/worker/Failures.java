package io.meridian.runtime.worker;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;

/** Tells failures that pass by themselves from those that do not. */
public final class Failures {
  private static final Set<String> RACES = Set.of("40001", "40P01");

  /**
   * A standby that was the primary; a transaction that idled too long, its process being stopped.
   */
  private static final Set<String> PASSING_STATES = Set.of("25006", "25P03");

  /** Connection, transaction, resource, operator and system classes of SQLSTATE. */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

  private Failures() {}

  /** The transaction lost a race (version, serialization, deadlock): run it again. */
  public static boolean isRace(Throwable failure) {
    return any(
        failure,
        e ->
            e instanceof OptimisticLockException
                || e instanceof StaleStateException
                || sqlState(e).filter(RACES::contains).isPresent());
  }

  /** Nothing is wrong with the data: an outage, a timeout, a lost race. */
  public static boolean isTransient(Throwable failure) {
    return isRace(failure) || any(failure, Failures::passes);
  }

  /** A failure and what caused it, in one line. */
  public static String summary(Throwable failure) {
    return causes(failure)
        .filter(e -> !(e instanceof CompletionException))
        .map(Throwable::toString)
        .reduce((line, cause) -> line.contains(cause) ? line : line + "; caused by " + cause)
        .orElseGet(failure::toString);
  }

  /** What was wrong at the bottom of it, in its own words, for readers who know no classes. */
  public static String reason(Throwable failure) {
    String words = causes(failure).reduce((above, cause) -> cause).orElse(failure).getMessage();
    return words == null || words.isBlank() ? "an unforeseen failure; see the log" : words;
  }

  private static boolean passes(Throwable e) {
    return e instanceof IOException
        || e instanceof ClosedChannelException
        || e instanceof ClosedConnectionException
        || e instanceof TimeoutException
        || e instanceof io.smallrye.mutiny.TimeoutException
        || e instanceof NoStackTraceThrowable
        || sqlState(e).filter(Failures::passes).isPresent();
  }

  private static boolean passes(String state) {
    return PASSING_STATES.contains(state) || PASSING.contains(state.substring(0, 2));
  }

  private static Optional<String> sqlState(Throwable e) {
    String state =
        switch (e) {
          case PgException pg -> pg.getSqlState();
          case SQLException sql -> sql.getSQLState();
          default -> null;
        };
    return Optional.ofNullable(state).filter(s -> s.length() == 5);
  }

  private static boolean any(Throwable failure, Predicate<Throwable> test) {
    return causes(failure).anyMatch(test);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.<Throwable>iterate(failure, e -> e != null, Throwable::getCause).limit(20);
  }
}
