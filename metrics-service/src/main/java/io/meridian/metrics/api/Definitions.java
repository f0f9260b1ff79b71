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
      millisecond. Who is accountable in a gap has gone off duty; grouped by tam a gap counts for them, grouped by \
      askedTam for who had been asked to take over when it began, or was asked first while it ran.""";

  static final String MEASURED =
      """
      The boundary is the instant the outgoing TAM's duty ends. All rates have one denominator, due: the handoffs \
      that should have been accepted by asOf, which are those accepted, assigned by a lead, missed, or still pending \
      past their boundary. What ended without need of acceptance, and what has its boundary still to come, is not \
      due. In time means by the deadline, which may lie after the boundary; withoutGap counts those accepted so \
      that the escalation was attended all along.""";

  private Definitions() {}
}
