package io.meridian.escalation.scope.domain;

import org.jspecify.annotations.Nullable;

/**
 * What ties somebody to an escalation.
 *
 * @param holder the name of who is accountable, or was last; null before anybody was
 * @param region the region in which they hold it; null before anybody did
 * @param accountable whether they are accountable, or will be once their shift begins
 * @param offered whether it is offered to them
 * @param onDuty whether they are on duty in the region
 * @param assigned whether they are assigned to its customer
 * @param lead whether they lead the region
 */
public record Ties(
    @Nullable String holder,
    @Nullable String region,
    boolean accountable,
    boolean offered,
    boolean onDuty,
    boolean assigned,
    boolean lead) {

  /** Whether they may act; until somebody is accountable nobody is nearer to it than another. */
  public boolean suffice() {
    return holder == null || accountable || offered || onDuty || assigned || lead;
  }

  /** What would be allowed, for whom. */
  public String words() {
    return holder
        + " in "
        + region
        + " is accountable. Who is on duty in "
        + region
        + " may do this, who is asked to take it over, who is assigned to its customer, the"
        + " region's lead, and managers; any TAM may acknowledge and note";
  }
}
