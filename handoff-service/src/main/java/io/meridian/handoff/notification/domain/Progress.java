package io.meridian.handoff.notification.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the sending of a message has come.
 *
 * @param createdAt when it was written; the delays of channels count from it
 * @param channel which of the recipient's channels is tried, from 0
 * @param tries how often this channel was tried, the present attempt included
 */
public record Progress(Instant createdAt, int channel, int tries) {

  /** Attempts on a channel after which the next one is tried. */
  public static final int TRIES_MAX = 4;

  /** Attempts on the last channel: about half an hour. */
  public static final int TRIES_ON_LAST_MAX = 10;

  /** Who has another channel does not wait longer than this for a provider that asks for time. */
  public static final Duration ASKED_MAX = Duration.ofMinutes(1);

  private static final Duration PAUSE_MIN = Duration.ofSeconds(2);
  private static final Duration PAUSE_MAX = Duration.ofMinutes(5);

  /** What is done after an attempt that did not deliver. */
  public sealed interface Next {
    /** The same channel again, at that instant. */
    record Retry(Instant at) implements Next {}

    /** The channel is dead: the next one, at that instant. */
    record NextChannel(int channel, Instant at) implements Next {}

    /** No channel is left. */
    record Abandonment() implements Next {}
  }

  /**
   * What follows an attempt that did not deliver.
   *
   * @param forGood the provider refused: trying again is of no use
   * @param asked how long the provider asks to be left alone; null when it does not say
   * @param successor how long after the first channel the next one may be tried; null when this is
   *     the last
   */
  public Next afterFailure(
      boolean forGood, @Nullable Duration asked, @Nullable Duration successor, Instant now) {
    int most = successor == null ? TRIES_ON_LAST_MAX : TRIES_MAX;
    Duration pause = asked == null || asked.compareTo(pause()) < 0 ? pause() : asked;
    boolean tooLong = successor != null && pause.compareTo(ASKED_MAX) > 0;
    if (!forGood && tries < most && !tooLong) {
      return new Next.Retry(now.plus(pause));
    }
    if (successor == null) {
      return new Next.Abandonment();
    }
    Instant allowed = createdAt.plus(successor);
    return new Next.NextChannel(channel + 1, allowed.isAfter(now) ? allowed : now);
  }

  /** 2 s, 6 s, 18 s … 5 min. */
  private Duration pause() {
    Duration pause = PAUSE_MIN;
    for (int i = 1; i < tries && pause.compareTo(PAUSE_MAX) < 0; i++) {
      pause = pause.multipliedBy(3);
    }
    return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
  }
}
