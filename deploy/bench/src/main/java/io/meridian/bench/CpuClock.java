package io.meridian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CPU time as Linux counts it in {@code /proc}, in clock ticks of 10 ms. */
final class CpuClock {

  private static final long MICROS_PER_TICK = 10_000;
  private static final long KERNEL_THREADS_PARENT = 2;

  private CpuClock() {}

  /**
   * User and system CPU so far of a process, its descendants and those of them that have ended, in
   * microseconds: for PostgreSQL all its sessions.
   */
  static long treeMicros(long root) {
    return tree(root).mapToLong(pid -> ticks(pid).own).sum() * MICROS_PER_TICK;
  }

  /** A process and its living descendants. */
  static Stream<Long> tree(long root) {
    return ProcessHandle.of(root).stream()
        .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
        .map(ProcessHandle::pid);
  }

  /** CPU so far of every process but these and the kernel's own threads, in microseconds by pid. */
  static Map<Long, Long> micros(Set<Long> except) {
    Map<Long, Long> all = new HashMap<>();
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      for (long pid :
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> Character.isDigit(name.charAt(0)))
              .map(Long::parseLong)
              .collect(Collectors.toSet())) {
        Ticks ticks = ticks(pid);
        if (!except.contains(pid) && ticks.parent != KERNEL_THREADS_PARENT) {
          all.put(pid, ticks.own * MICROS_PER_TICK);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** CPU that the hypervisor gave to others so far, in microseconds. */
  static long stolenMicros() {
    String cpu = read(Path.of("/proc/stat")).lines().findFirst().orElseThrow();
    return Long.parseLong(cpu.trim().split("\\s+")[8]) * MICROS_PER_TICK;
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

  /** Of one process: its parent, and its CPU with that of children it has waited for. */
  private record Ticks(long parent, long own) {}

  private static Ticks ticks(long pid) {
    String line;
    try {
      line = Files.readString(Path.of("/proc/" + pid + "/stat"));
    } catch (IOException e) {
      return new Ticks(0, 0); // it has ended meanwhile
    }
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    long own = Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
    return new Ticks(Long.parseLong(fields[1]), own);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
