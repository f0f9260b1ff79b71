package io.meridian.bench;

/** One thing measured against its limit. */
interface Scenario {

  /** As named on the command line. */
  String name();

  /** What it measures, in a sentence. */
  String about();

  /**
   * Measures and adds its lines.
   *
   * @param rounds how many rounds count, each system and limit in turn
   * @throws IllegalStateException when the counts are wrong: a fast wrong run is no result
   */
  void run(int rounds, RatioTable table) throws Exception;
}
