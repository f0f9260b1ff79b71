package io.meridian.bench;

import io.meridian.bench.Meter.Sample;
import io.meridian.local.stack.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rounds of system and comparator in turn (A B A B …): the ratio is taken within each round, and
 * the median of the rounds is the result, since rates vary from run to run while ratios in one run
 * hold. A round in which strangers took more than {@value #FOREIGN_CORES_MAX} cores is measured
 * again, three times at most; then the result says so.
 */
final class Rounds {

  private static final double FOREIGN_CORES_MAX = 0.15;
  private static final int REPEATS_MAX = 3;
  private static final int WARM_UPS_MAX = 9;

  private record Round(Sample system, Sample comparator) {
    double foreignCores() {
      return 1e3
          * (system.foreignMicros() + comparator.foreignMicros())
          / (system.nanos() + comparator.nanos());
    }
  }

  /** Per-round measurements of both sides. */
  record Outcome(List<Sample> system, List<Sample> comparator, double foreignCores) {

    /** Measurements without CPU, where a round is no load. */
    static Outcome of(double[] system, double[] comparator) {
      return new Outcome(bare(system), bare(comparator), 0);
    }

    double medianRatio() {
      return median(ratios());
    }

    double lowestRatio() {
      return Arrays.stream(ratios()).min().orElse(Double.NaN);
    }

    double highestRatio() {
      return Arrays.stream(ratios()).max().orElse(Double.NaN);
    }

    double medianSystem() {
      return median(values(system));
    }

    double medianComparator() {
      return median(values(comparator));
    }

    /** Median microseconds of CPU by part of the system, for each of so many operations. */
    String systemCpu(long operations) {
      return Meter.words(cpu(system, operations));
    }

    /** The same of the comparator. */
    String comparatorCpu(long operations, Part part) {
      return Meter.words(Map.of(part, cpu(comparator, operations).getOrDefault(part, 0.0)));
    }

    /** The ratio for people, with a warning when strangers were at work. */
    String ratio() {
      return String.format(
          Locale.ROOT,
          "%.2f× (%.2f to %.2f)%s",
          medianRatio(),
          lowestRatio(),
          highestRatio(),
          foreignCores > FOREIGN_CORES_MAX
              ? String.format(Locale.ROOT, ", noisy: %.2f foreign cores", foreignCores)
              : "");
    }

    private double[] ratios() {
      double[] ratios = new double[system.size()];
      Arrays.setAll(ratios, i -> system.get(i).value() / comparator.get(i).value());
      return ratios;
    }

    private static double[] values(List<Sample> samples) {
      return samples.stream().mapToDouble(Sample::value).toArray();
    }

    private static List<Sample> bare(double[] values) {
      return Arrays.stream(values).mapToObj(v -> new Sample(v, Map.of(), 0, 1)).toList();
    }

    private static Map<Part, Double> cpu(List<Sample> samples, long operations) {
      Map<Part, Double> medians = new EnumMap<>(Part.class);
      for (Part part : samples.getFirst().cpu().keySet()) {
        medians.put(
            part,
            median(samples.stream().mapToDouble(s -> s.cpuMicros(part)).toArray()) / operations);
      }
      return medians;
    }
  }

  private Rounds() {}

  /** Runs both sides in turn, warm: the house's CPU for a round no longer changes by 5 %. */
  static Outcome run(int rounds, Meter meter, Meter.Side system, Meter.Side comparator)
      throws Exception {
    warm(meter, system);
    comparator.measure();
    List<Round> kept = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      kept.add(quietest(meter, system, comparator));
    }
    return new Outcome(
        kept.stream().map(Round::system).toList(),
        kept.stream().map(Round::comparator).toList(),
        median(kept.stream().mapToDouble(Round::foreignCores).toArray()));
  }

  private static void warm(Meter meter, Meter.Side system) throws Exception {
    double before = meter.measure(system).serviceMicros();
    for (int i = 1; i < WARM_UPS_MAX; i++) {
      double now = meter.measure(system).serviceMicros();
      if (Math.abs(now - before) < 0.05 * before) {
        return;
      }
      before = now;
    }
  }

  private static Round quietest(Meter meter, Meter.Side system, Meter.Side comparator)
      throws Exception {
    Round best = new Round(meter.measure(system), meter.measure(comparator));
    for (int i = 0; i < REPEATS_MAX && best.foreignCores() > FOREIGN_CORES_MAX; i++) {
      Round again = new Round(meter.measure(system), meter.measure(comparator));
      best = again.foreignCores() < best.foreignCores() ? again : best;
    }
    return best;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
