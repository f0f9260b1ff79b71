package io.meridian.handoff.ledger.domain;

import io.meridian.events.RestCause;
import io.meridian.handoff.ledger.domain.Stretch.Attended;
import io.meridian.handoff.ledger.domain.Stretch.Resting;
import io.meridian.handoff.ledger.domain.Stretch.Unattended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stretches in the making: neighbours that touch and are alike become one, but neither a gap nor a
 * rest goes on where accountability passes.
 */
final class Stretches {
  private final List<Stretch> stretches = new ArrayList<>();
  private boolean passed;

  /** Accountability passes: what follows is somebody else's. */
  void pass() {
    passed = true;
  }

  void attended(Instant start, Instant end) {
    if (last() instanceof Attended before && before.end().equals(start)) {
      replaceLast(new Attended(before.start(), end));
    } else {
      stretches.add(new Attended(start, end));
    }
    passed = false;
  }

  void unattended(Instant start, Instant end, GapReason reason) {
    if (!passed
        && last() instanceof Unattended before
        && before.end().equals(start)
        && before.reason().equals(reason)) {
      replaceLast(new Unattended(before.start(), end, reason));
    } else {
      stretches.add(new Unattended(start, end, reason));
    }
    passed = false;
  }

  void resting(Instant start, Instant end, RestCause cause, Accountability interval) {
    Resting next = new Resting(start, end, cause, interval.tam(), interval.region());
    if (!passed
        && last() instanceof Resting before
        && before.end().equals(start)
        && before.cause() == cause) {
      replaceLast(new Resting(before.start(), end, cause, before.tam(), before.region()));
    } else {
      stretches.add(next);
    }
    passed = false;
  }

  List<Stretch> list() {
    return List.copyOf(stretches);
  }

  private Stretch last() {
    return stretches.isEmpty() ? new Attended(Instant.MIN, Instant.MIN) : stretches.getLast();
  }

  private void replaceLast(Stretch stretch) {
    stretches.set(stretches.size() - 1, stretch);
  }
}
