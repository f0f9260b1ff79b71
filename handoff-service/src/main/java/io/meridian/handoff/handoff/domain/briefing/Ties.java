package io.meridian.handoff.handoff.domain.briefing;

/**
 * What ties somebody to an escalation that is being handed over: who has any of it writes its
 * briefing.
 *
 * @param accountable whether they hand it over
 * @param offered whether they are asked to take it over
 * @param onDuty whether they are on duty in the region in which it is held
 * @param assigned whether they are assigned to its customer, in any region
 * @param lead whether they lead the region in which it is held
 */
public record Ties(
    boolean accountable, boolean offered, boolean onDuty, boolean assigned, boolean lead) {

  /** Whether they may write. */
  public boolean suffice() {
    return accountable || offered || onDuty || assigned || lead;
  }
}
