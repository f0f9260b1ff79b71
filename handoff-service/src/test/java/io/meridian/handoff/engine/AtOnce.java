package io.meridian.handoff.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Deeds of many people at the same moment. */
final class AtOnce {
  private AtOnce() {}

  /** The answers in the order of the deeds, which begin together; a thread for each is needed. */
  static <T> List<T> answers(ExecutorService threads, List<Callable<T>> deeds) throws Exception {
    CyclicBarrier start = new CyclicBarrier(deeds.size());
    List<Future<T>> answers = new ArrayList<>();
    for (Callable<T> deed : deeds) {
      answers.add(
          threads.submit(
              () -> {
                start.await();
                return deed.call();
              }));
    }
    List<T> all = new ArrayList<>();
    for (Future<T> answer : answers) {
      all.add(answer.get());
    }
    return all;
  }
}
