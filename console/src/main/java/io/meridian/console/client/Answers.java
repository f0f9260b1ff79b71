package io.meridian.console.client;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How long a service is waited for. */
public final class Answers {
  /** A page is not held back longer by one service. */
  private static final Duration READ_MAX = Duration.ofMillis(800);

  /** After this a person is told that nothing is known of what they did. */
  private static final Duration WRITE_MAX = Duration.ofSeconds(8);

  private Answers() {}

  /** What is read for a page; fails with {@link NoAnswer} or {@link Refusal}. */
  public static <T> Uni<T> read(Uni<T> asked) {
    return within(READ_MAX, asked);
  }

  /** What somebody changes; fails with {@link NoAnswer} or {@link Refusal}. */
  public static <T> Uni<T> write(Uni<T> asked) {
    return within(WRITE_MAX, asked);
  }

  private static <T> Uni<T> within(Duration most, Uni<T> asked) {
    return asked
        .ifNoItem()
        .after(most)
        .fail()
        .onFailure(failure -> !(failure instanceof Refusal refusal) || refusal.status() >= 500)
        .transform(Answers::noAnswer);
  }

  private static NoAnswer noAnswer(Throwable failure) {
    return new NoAnswer(failure);
  }
}
