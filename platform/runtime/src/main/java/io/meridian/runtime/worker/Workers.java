package io.meridian.runtime.worker;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service's workers: started here, stopped before the pools close, and part of readiness. */
@Default // a health qualifier alone would leave the bean without the default one
@Readiness
@ApplicationScoped
public class Workers implements HealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private final List<Worker> workers = new CopyOnWriteArrayList<>();

  /**
   * Starts a worker that runs until the service stops.
   *
   * @param wake makes a waiting round return soon; called on stop, from another thread
   * @param atEnd runs on the worker's thread after its last round
   */
  public Worker start(String name, Worker.Round round, Runnable wake, Runnable atEnd) {
    Worker worker = new Worker(name, round, wake, atEnd);
    workers.add(worker);
    worker.start();
    return worker;
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stopAll();
  }

  /** Stops all workers, each after its last round. */
  public void stopAll() throws InterruptedException {
    workers.forEach(Worker::askToStop);
    for (Worker worker : workers) {
      worker.awaitEnd(PATIENCE);
    }
  }

  /** Up when every worker runs; how far behind it is says the lag, not readiness. */
  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("workers");
    boolean all = true;
    for (Worker worker : workers) {
      response.withData(worker.name(), worker.isRunning());
      all &= worker.isRunning();
    }
    return response.status(all).build();
  }
}
