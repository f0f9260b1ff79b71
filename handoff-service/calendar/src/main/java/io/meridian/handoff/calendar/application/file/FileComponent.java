package io.meridian.handoff.calendar.application.file;

import java.util.List;

/**
 * A component of an iCalendar file: what stands between a BEGIN and its END.
 *
 * @param name in capitals: VEVENT
 * @param line number of its first line in the file, from 1
 * @param properties its own lines, without those of components in it; those too that are no
 *     properties
 * @param lines all lines from BEGIN to END
 * @param isWhole false when a BEGIN or an END is missing, of it or of a component in it
 */
public record FileComponent(
    String name,
    int line,
    List<ContentLine> properties,
    List<ContentLine> lines,
    boolean isWhole) {}
