package io.meridian.local.stack;

import io.meridian.testkit.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One launcher per data folder. The system drops the lock when the launcher dies, however it dies;
 * whoever takes it then stops what the dead one left running.
 */
final class StackLock {

  private static final int ORPHAN_SECONDS_MAX = 20;

  private final DataFolder data;
  private final FileChannel channel;

  private StackLock(DataFolder data, FileChannel channel) {
    this.data = data;
    this.channel = channel;
  }

  /**
   * Takes the folder for a stack at these ports.
   *
   * @throws StackRefusal when a stack runs there already
   */
  static StackLock take(DataFolder data, PortPlan ports) throws IOException {
    FileChannel channel =
        FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new StackRefusal(
          "a stack already runs in %s%s; ./meridian status shows it, ./meridian down stops it"
              .formatted(
                  data.root(),
                  data.launcherPid().process().map(p -> " (process " + p.pid() + ")").orElse("")));
    }
    stopOrphans(data);
    data.launcherPid().write(ProcessHandle.current());
    Files.writeString(data.portOffset(), Integer.toString(ports.offset()));
    return new StackLock(data, channel);
  }

  /** Ends every process that the pid files name and that still is the one they mean. */
  static void stopOrphans(DataFolder data) {
    BackgroundTraining.end(data);
    for (Part part : Part.SERVICES) {
      data.pid(part).process().ifPresent(ProcessHandle::destroy);
    }
    for (Part part :
        List.of(
            Part.CUSTOMER,
            Part.ESCALATION,
            Part.HANDOFF,
            Part.METRICS,
            Part.CONSOLE,
            Part.KAFKA,
            Part.POSTGRES)) {
      data.pid(part)
          .process()
          .ifPresent(
              orphan -> {
                if (part == Part.POSTGRES) {
                  EmbeddedPostgres.stop(orphan, "INT");
                } else {
                  Processes.terminate(orphan, ORPHAN_SECONDS_MAX);
                }
              });
      data.pid(part).delete();
    }
  }

  void release() {
    try {
      data.launcherPid().delete();
      channel.close();
    } catch (IOException e) {
      // The lock falls with this process at the latest.
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
