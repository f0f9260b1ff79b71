package io.meridian.local.stack;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Writes the start-up caches while a house is up, so that nobody waits for them, at the lowest
 * priority. It is the script's doing, which sees to it that nobody else builds or trains meanwhile;
 * it ends with the house, and the next {@code up} after a broken-off one begins anew.
 */
public final class BackgroundTraining {

  private static final int STOP_SECONDS_MAX = 20;

  private BackgroundTraining() {}

  /** Begins; the house's folder remembers the process, in case that this one cannot end it. */
  public static void begin(House house, DataFolder data) throws IOException {
    List<String> command =
        List.of("nice", "-n", "19", house.root().resolve("meridian").toString(), "train");
    Process process = Processes.start(command, Map.of(), data.trainingLog());
    data.trainingPid().write(process.toHandle());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(data), "stop-training"));
  }

  /** Ends the training behind a stack, whoever began it; does nothing when there is none. */
  static void end(DataFolder data) {
    data.trainingPid()
        .process()
        .ifPresent(
            training -> {
              training.destroy();
              if (!Processes.hasEnded(training, STOP_SECONDS_MAX)) {
                Processes.killAll(training);
              }
            });
    data.trainingPid().delete();
  }
}
