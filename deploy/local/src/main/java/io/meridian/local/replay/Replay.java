package io.meridian.local.replay;

import io.meridian.local.replay.Tally.Outcome;
import io.meridian.local.seed.Integration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import org.apache.commons.csv.CSVRecord;

/** Sends a ServiceNow export through the intake, in the export's order per incident. */
public final class Replay {

  private static final int CONNECTIONS = 64;

  private final ExportFile file;
  private final String door;
  private final Integration integration;
  private final InstantSource clock;
  private final Tally tally = new Tally();

  /**
   * @param door URL of the front door
   * @param integration a ServiceNow one
   * @param clock what the house's clock reads
   */
  public Replay(Path file, String door, Integration integration, InstantSource clock) {
    this.file = new ExportFile(file);
    this.door = door;
    this.integration = integration;
    this.clock = clock;
  }

  /** How many rows the file has. */
  public long rows() throws IOException {
    return file.rows();
  }

  /** The counts so far; safe to read while {@link #run} runs. */
  public Tally tally() {
    return tally;
  }

  /** Sends every row and returns when each has been answered. */
  public void run() throws IOException, InterruptedException {
    try (IntakeClient client = new IntakeClient(door, integration, CONNECTIONS, clock, tally)) {
      Lanes lanes = new Lanes(CONNECTIONS, client::send);
      file.forEach(row -> offer(lanes, row));
      lanes.awaitEmpty();
    }
  }

  private void offer(Lanes lanes, CSVRecord row) {
    try {
      lanes.offer(IncidentUpdate.of(row));
    } catch (IllegalArgumentException | DateTimeException e) {
      tally.add(Outcome.REJECTED, "unreadable row: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
