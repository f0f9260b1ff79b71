package io.meridian.metrics.api;

/** What the figures of gaps mean, as the API's description says it. */
final class Definitions {

  static final String LISTED =
      """
      Each gap belongs to the one window [from, to) in which it began, however long it lasted. Filters may be \
      repeated: any of the values of one filter, and all filters together. Customer, severity and regions are \
      those of the time of the gap; names are those of today. A TAM sees the gaps in which they were accountable or \
      asked, a lead those of their regions too.""";

  static final String SUMMED =
      """
      gaps counts those that began in [from, to), open those of them that are still open. duration is gap time \
      inside [from, to): gaps that began before count with their part, gaps that last longer are cut, open ones \
      last until asOf. Durations of consecutive windows therefore add up. longest is the whole duration of the \
      longest gap that began in the window. Gaps in coverage holes that a manager had agreed to are in agreed \
      alone: their time inside [from, to). Weeks are ISO 8601 weeks in UTC. Figures are exact to the \
      millisecond. Who is accountable in a gap has gone off duty; grouped by tam a gap counts for them, grouped by \
      askedTam for who had been asked to take over when it began, or was asked first while it ran. A TAM sees their \
      own group of tam and askedTam, a lead the pairs of their regions too; totals are of what is seen. Other \
      groupings are for managers.""";

  static final String ATTENDED =
      """
      open is the time inside [from, to) in which escalations were open, up to asOf, and is cut into four: attended, \
      gap, agreed (gaps in coverage holes that a manager had agreed to) and resting (resolved, or outside the hours of \
      an escalation that lives in its home region). attended is what the three others leave. A rest is written down \
      within an hour: until then its time counts as attended. Severity, customer and service hours are those of \
      today. Who was accountable and in which region is told of gaps and rests alone, so open, attended and shares \
      are absent when grouped by region or tam. Weeks are ISO 8601 weeks in UTC. A TAM sees their own group of tam, a \
      lead their regions too; other groupings are for managers.""";

  static final String MEASURED =
      """
      The boundary is the instant the outgoing TAM's duty ends. All rates have one denominator, due: the handoffs \
      that should have been accepted by asOf, which are those accepted, assigned by a lead, missed, or still pending \
      past their boundary. What ended without need of acceptance, and what has its boundary still to come, is not \
      due. In time means by the deadline, which may lie after the boundary; withoutGap counts those accepted so \
      that the escalation was attended all along, but for coverage holes that a manager had agreed to. A lead sees the \
      pairs of their regions, and totals of these.""";

  private Definitions() {}
}
