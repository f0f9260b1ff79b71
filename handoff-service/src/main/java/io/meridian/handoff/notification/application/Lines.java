package io.meridian.handoff.notification.application;

import io.meridian.handoff.notification.application.channel.SendFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The lines to each provider: so many calls at once, the others wait in their order. */
@ApplicationScoped
class Lines {
  private final Map<String, Semaphore> free = new ConcurrentHashMap<>();
  private final int perProvider;

  @Inject
  Lines(NotificationConfig config) {
    this(config.concurrencyPerProvider());
  }

  Lines(int perProvider) {
    this.perProvider = perProvider;
  }

  /** A call to a provider. */
  interface Call {
    void make() throws SendFailure;
  }

  /** Makes a call as soon as a line is free. */
  void call(String provider, Call call) throws SendFailure {
    Semaphore lines = free.computeIfAbsent(provider, p -> new Semaphore(perProvider, true));
    lines.acquireUninterruptibly();
    try {
      call.make();
    } finally {
      lines.release();
    }
  }
}
