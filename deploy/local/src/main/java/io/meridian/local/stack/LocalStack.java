package io.meridian.local.stack;

import io.meridian.local.door.FrontDoor;
import io.meridian.local.mail.MailFolder;
import io.meridian.local.mail.MailServer;
import io.meridian.local.security.LocalTokens;
import io.meridian.local.security.SigningKey;
import io.meridian.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running house: PostgreSQL, Kafka, the four services and the console as processes of their own,
 * and the front door and the mail server in this one. Everything it knows lies in its data folder
 * and survives it.
 */
public final class LocalStack implements AutoCloseable {

  private final StackOptions options;
  private final StackLock lock;
  private final PostgresPart postgres;
  private final Map<Part, RunningPart> parts = new EnumMap<>(Part.class);
  private final FrontDoor door;
  private final MailServer mail;
  private final LocalTokens tokens;
  private final @Nullable Supervisor supervisor;
  private final Thread hook;
  private boolean stopped;

  private LocalStack(StackOptions options, StackLock lock, Caches caches) throws IOException {
    this.options = options;
    this.lock = lock;
    this.hook = new Thread(caches.train() ? this::abort : this::close, "stop-stack");
    SigningKey key = SigningKey.create(options.data().root());
    this.tokens = LocalTokens.of(key);
    this.postgres = new PostgresPart(options);
    this.door = new FrontDoor(options.ports()::port);
    this.mail =
        new MailServer(options.ports().port(Part.MAIL), new MailFolder(options.data().mail()));
    this.supervisor = options.supervised() ? new Supervisor() : null;
    add(postgres);
    add(new KafkaPart(options, caches));
    for (Part service : Part.SERVICES) {
      var part = new ServicePart(service, options, caches, postgres.settings(), key);
      part.describe();
      add(part);
    }
    var console = new ConsolePart(options, caches, key);
    console.describe();
    add(console);
  }

  private void add(PartLauncher launcher) {
    if (options.parts().contains(launcher.part())) {
      parts.put(launcher.part(), new RunningPart(launcher, options.data()));
    }
  }

  /**
   * Starts the stack and waits until every part serves. Processes that a killed launcher left
   * behind in this data folder are stopped first.
   *
   * @throws StackRefusal with one clear line when it cannot be
   */
  public static LocalStack start(StackOptions options, Progress progress) {
    Caches.Use use = options.tuning() == Tuning.NONE ? Caches.Use.NONE : Caches.Use.READ;
    return start(options, progress, new Caches(House.find(), use));
  }

  static LocalStack start(StackOptions options, Progress progress, Caches caches) {
    try {
      options.data().create();
      StackLock lock = StackLock.take(options.data(), options.ports());
      try {
        refuseBusyPorts(options);
        LocalStack stack = new LocalStack(options, lock, caches);
        stack.startParts(progress);
        return stack;
      } catch (RuntimeException | IOException e) {
        lock.release();
        throw e;
      }
    } catch (IOException e) {
      throw new StackRefusal(String.valueOf(e.getMessage()), e);
    }
  }

  private static void refuseBusyPorts(StackOptions options) {
    options
        .ports()
        .firstBusy(options.parts())
        .ifPresent(
            busy -> {
              throw new StackRefusal(
                  "port %d, wanted by %s, is in use; free it or choose others with --port-offset N"
                      .formatted(busy.getKey(), busy.getValue().label()));
            });
  }

  /** Ctrl-C at any moment, this one included, ends whatever has been started. */
  private void startParts(Progress progress) {
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      if (options.parts().contains(Part.MAIL)) {
        mail.open();
      }
      new StartOrder(parts, supervisor, progress).run();
      if (options.parts().contains(Part.DOOR)) {
        door.open();
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Waits until every part serves, as after {@link #kill} of a supervised part. */
  public void awaitReady() {
    parts.values().forEach(RunningPart::awaitReady);
  }

  /** kill -9; returns when the process is gone. A supervised part comes back by itself. */
  public void kill(Part part) {
    switch (part) {
      case DOOR -> door.close();
      case MAIL -> mail.close();
      default -> running(part).kill();
    }
  }

  /** Starts the part again, ending it in order first if it lives, and waits until it serves. */
  public void restart(Part part) {
    if (part == Part.DOOR) {
      door.close();
      door.open();
      return;
    }
    if (part == Part.MAIL) {
      mail.close();
      mail.open();
      return;
    }
    RunningPart running = running(part);
    running.stop();
    try {
      Process process = running.launch();
      if (supervisor != null) {
        supervisor.watch(running, process);
      }
    } catch (IOException e) {
      throw new StackRefusal(part.label() + " does not start: " + e.getMessage(), e);
    }
    running.awaitReady();
  }

  /** Ends a training at once: neither its parts nor this JVM write their caches first. */
  private void abort() {
    parts.values().forEach(RunningPart::abort);
    close();
    Processes.killThis();
  }

  /**
   * Ends every part in order: door, console and services, Kafka, PostgreSQL, mail. A second call
   * does nothing.
   */
  @Override
  public synchronized void close() {
    if (stopped) {
      return;
    }
    stopped = true;
    if (supervisor != null) {
      supervisor.close();
    }
    door.close();
    StartOrder.stop(parts);
    mail.close();
    lock.release();
    if (options.temporary() != null) {
      options.temporary().close();
    }
    if (Thread.currentThread() != hook) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is ending already, and the hook finds nothing left to do.
      }
    }
  }

  /** The front door. */
  public String url() {
    return url(Part.DOOR);
  }

  /** Where the part answers HTTP. */
  public String url(Part part) {
    return "http://127.0.0.1:" + options.ports().port(part);
  }

  /** The settings of a client that may do everything at the broker. */
  public Map<String, Object> broker() {
    try {
      return options.data().brokerClient(options.ports());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How to reach the databases, as their superuser. */
  public PostgresSettings database() {
    return postgres.settings();
  }

  public LocalTokens tokens() {
    return tokens;
  }

  public StackOptions options() {
    return options;
  }

  /** The process id of a part that has a process of its own. */
  public long pid(Part part) {
    return running(part).pid();
  }

  private RunningPart running(Part part) {
    RunningPart running = parts.get(part);
    if (running == null) {
      throw new IllegalArgumentException(part.label() + " is no part of this stack");
    }
    return running;
  }
}
