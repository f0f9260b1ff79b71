package io.meridian.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rounds of system and comparator in turn (A B A B …): the ratio is taken within each round, and
 * the median of the rounds is the result, since rates vary from run to run while ratios in one run
 * hold.
 */
final class Rounds {

  /** Measures one side once, in any unit. */
  interface Side {
    double measure() throws Exception;
  }

  /** Per-round measurements of both sides. */
  record Outcome(double[] system, double[] comparator) {

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
      return median(system);
    }

    double medianComparator() {
      return median(comparator);
    }

    private double[] ratios() {
      double[] ratios = new double[system.length];
      Arrays.setAll(ratios, i -> system[i] / comparator[i]);
      return ratios;
    }
  }

  private Rounds() {}

  /** Runs both sides in turn after one unmeasured round of each. */
  static Outcome run(int rounds, Side system, Side comparator) throws Exception {
    system.measure();
    comparator.measure();
    List<double[]> pairs = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      pairs.add(new double[] {system.measure(), comparator.measure()});
    }
    return new Outcome(
        pairs.stream().mapToDouble(p -> p[0]).toArray(),
        pairs.stream().mapToDouble(p -> p[1]).toArray());
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
