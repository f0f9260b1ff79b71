package io.meridian.local.replay;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Many messages at once, but those of one incident one after the other: each incident belongs to
 * one lane, and a lane sends its next message when the last one has been answered.
 */
final class Lanes {

  private static final int WAITING_PER_LANE_MAX = 64;

  private final Lane[] lanes;
  private final Semaphore room;
  private final int roomMax;

  /**
   * @param count how many messages are under way at most
   * @param send sends one message; its future never fails
   */
  Lanes(int count, Function<IncidentUpdate, Future<Void>> send) {
    lanes = new Lane[count];
    for (int i = 0; i < count; i++) {
      lanes[i] = new Lane(send);
    }
    roomMax = count * WAITING_PER_LANE_MAX;
    room = new Semaphore(roomMax);
  }

  /** Queues a message; blocks while too many wait. */
  void offer(IncidentUpdate update) throws InterruptedException {
    room.acquire();
    lanes[Math.floorMod(update.number().hashCode(), lanes.length)].offer(update);
  }

  /** Blocks until every message has been answered. */
  void awaitEmpty() throws InterruptedException {
    room.acquire(roomMax);
    room.release(roomMax);
  }

  private final class Lane {
    private final Function<IncidentUpdate, Future<Void>> send;
    private final Queue<IncidentUpdate> waiting = new ArrayDeque<>();
    private boolean busy;

    Lane(Function<IncidentUpdate, Future<Void>> send) {
      this.send = send;
    }

    synchronized void offer(IncidentUpdate update) {
      waiting.add(update);
      if (!busy) {
        next();
      }
    }

    private synchronized void next() {
      IncidentUpdate update = waiting.poll();
      busy = update != null;
      if (update != null) {
        send.apply(update)
            .onComplete(
                answered -> {
                  room.release();
                  next();
                });
      }
    }
  }
}
