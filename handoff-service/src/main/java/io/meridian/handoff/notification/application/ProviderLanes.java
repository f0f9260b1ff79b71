package io.meridian.handoff.notification.application;

import io.meridian.handoff.notification.application.channel.SendFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The lanes to each provider: so many calls at once, the others wait in their order. */
@ApplicationScoped
class ProviderLanes {
  private final Map<String, Semaphore> free = new ConcurrentHashMap<>();
  private final int perProvider;

  @Inject
  ProviderLanes(NotificationConfig config) {
    this(config.concurrencyPerProvider());
  }

  ProviderLanes(int perProvider) {
    this.perProvider = perProvider;
  }

  /** A call to a provider. */
  interface Call {
    void make() throws SendFailure;
  }

  /** Makes a call as soon as a lane is free. */
  void call(String provider, Call call) throws SendFailure {
    Semaphore lanes = free.computeIfAbsent(provider, p -> new Semaphore(perProvider, true));
    lanes.acquireUninterruptibly();
    try {
      call.make();
    } finally {
      lanes.release();
    }
  }
}
