package io.meridian.bench;

import io.meridian.local.stack.Part;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes the CPU of a house's processes, and of strangers on the machine, around a measurement. */
final class Meter {

  /** Measures one side once, in any unit. */
  interface Side {
    double measure() throws Exception;
  }

  /**
   * One measurement.
   *
   * @param cpu microseconds of CPU by part, over the whole of it
   * @param foreignMicros CPU that neither the house nor the bench took
   * @param nanos how long it took, preparations included
   */
  record Sample(double value, Map<Part, Long> cpu, long foreignMicros, long nanos) {

    double cpuMicros(Part part) {
      return cpu.getOrDefault(part, 0L);
    }

    double serviceMicros() {
      return Part.SERVICES.stream().mapToDouble(this::cpuMicros).sum();
    }
  }

  private final BenchHouse house;
  private final Set<Part> parts;

  Meter(BenchHouse house, Set<Part> parts) {
    this.house = house;
    this.parts = parts;
  }

  Sample measure(Side side) throws Exception {
    Set<Long> ours = new HashSet<>();
    CpuClock.tree(ProcessHandle.current().pid()).forEach(ours::add);
    parts.forEach(part -> CpuClock.tree(house.pid(part)).forEach(ours::add));
    Map<Part, Long> before = cpu();
    Map<Long, Long> othersBefore = CpuClock.micros(ours);
    long stolen = CpuClock.stolenMicros();
    long start = System.nanoTime();
    double value = side.measure();
    long nanos = System.nanoTime() - start;
    long foreign = CpuClock.stolenMicros() - stolen;
    parts.forEach(part -> CpuClock.tree(house.pid(part)).forEach(ours::add));
    for (Map.Entry<Long, Long> other : CpuClock.micros(ours).entrySet()) {
      foreign += Math.max(0, other.getValue() - othersBefore.getOrDefault(other.getKey(), 0L));
    }
    Map<Part, Long> cpu = cpu();
    cpu.replaceAll((part, micros) -> micros - before.getOrDefault(part, 0L));
    return new Sample(value, cpu, foreign, nanos);
  }

  private Map<Part, Long> cpu() {
    Map<Part, Long> cpu = new EnumMap<>(Part.class);
    parts.forEach(part -> cpu.put(part, CpuClock.treeMicros(house.pid(part))));
    return cpu;
  }

  /** CPU of the parts for people, e.g. {@code escalation-service 41 + postgres 55}. */
  static String words(Map<Part, Double> microsPerOperation) {
    StringBuilder words = new StringBuilder();
    microsPerOperation.forEach(
        (part, micros) ->
            words
                .append(words.isEmpty() ? "" : " + ")
                .append(String.format(Locale.ROOT, "%s %.0f", part.shortName(), micros)));
    return words.toString();
  }
}
