package io.meridian.bench;

import java.util.List;

/** One thing measured against its limit. */
interface Scenario {

  /**
   * What was asked for on the command line.
   *
   * @param rounds how many rounds count, each system and limit in turn
   * @param sizes open escalations at a shift change; each size is measured by itself
   * @param resting percent of them that live at home and are not handed over, 0 to 99
   */
  record Plan(int rounds, List<Integer> sizes, int resting) {}

  /** As named on the command line. */
  String name();

  /** What it measures, in a sentence. */
  String about();

  /**
   * Measures and adds its lines.
   *
   * @param plan how many rounds count, and of what size
   * @throws IllegalStateException when the counts are wrong: a fast wrong run is no result
   */
  void run(Plan plan, RatioTable table) throws Exception;
}
