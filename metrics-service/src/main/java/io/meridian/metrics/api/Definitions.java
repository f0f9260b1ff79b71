package io.meridian.metrics.api;

/** What the figures of gaps mean, as the API's description says it. */
final class Definitions {

  static final String LISTED =
      """
      Each gap belongs to the one window [from, to) in which it began, however long it lasted. Filters may be \
      repeated: any of the values of one filter, and all filters together. Customer, severity and regions are \
      those of the time of the gap; names are those of today.""";

  static final String SUMMED =
      """
      gaps counts those that began in [from, to), open those of them that are still open. duration is gap time \
      inside [from, to): gaps that began before count with their part, gaps that last longer are cut, open ones \
      last until asOf. Durations of consecutive windows therefore add up. longest is the whole duration of the \
      longest gap that began in the window. Weeks are ISO 8601 weeks in UTC. Figures are exact to the \
      millisecond.""";

  private Definitions() {}
}
