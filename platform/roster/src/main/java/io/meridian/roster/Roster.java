package io.meridian.roster;

import io.smallrye.mutiny.Uni;

/** Who is on the calendar, as a service knows it: its own calendar, or a replica. */
public interface Roster {

  /**
   * What it says of somebody now; {@link Standing#UNQUESTIONED} of everybody before the first
   * calendar.
   *
   * @param subject of a token
   */
  Uni<Standing> standing(String subject);
}
