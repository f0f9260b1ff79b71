package io.meridian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** CPU time as Linux counts it in {@code /proc}, in clock ticks of 10 ms. */
final class CpuClock {

  private static final long MICROS_PER_TICK = 10_000;

  private CpuClock() {}

  /**
   * User and system CPU of the given processes so far, in microseconds; one that has ended counts
   * zero.
   */
  static long microsOf(Collection<Long> pids) {
    return pids.stream().mapToLong(CpuClock::microsOf).sum();
  }

  /** User and system CPU of one process so far, in microseconds. */
  static long microsOf(long pid) {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String line = read(stat);
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_PER_TICK;
  }

  /**
   * Busy CPU of the whole machine so far (user, nice, system, interrupts, stolen), in microseconds.
   */
  static long machineMicros() {
    String[] fields =
        read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().trim().split("\\s+");
    long busy = 0;
    for (int i : new int[] {1, 2, 3, 6, 7, 8}) {
      busy += Long.parseLong(fields[i]);
    }
    return busy * MICROS_PER_TICK;
  }

  /** Resident memory of a process in MiB. */
  static long residentMiB(long pid) {
    return read(Path.of("/proc/" + pid + "/status"))
            .lines()
            .filter(l -> l.startsWith("VmRSS:"))
            .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
