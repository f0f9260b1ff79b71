package io.meridian.local.cli;

import java.io.PrintWriter;

/** What the user sees when the house is up: lines to copy, where it is, and whom to be in it. */
final class Welcome {

  private Welcome() {}

  /**
   * Prints it.
   *
   * @param data the option that names another folder than the usual one; empty for that
   * @param next the next shift change and whom to be to see it; empty while there is none
   */
  static void print(PrintWriter out, String url, String data, String next) {
    out.printf(
        """

        On the command line (tokens are good for twelve hours; API descriptions: %1$s/services/handoff/q/swagger-ui):

        eval "$(./meridian env%3$s)"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/on-duty"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/escalations?limit=5"
        curl -s -H "Authorization: Bearer $MANAGER" -H 'Content-Type: application/json' \\
          -d '{"title":"Checkout is down","severity":"SEV1"}' "$MERIDIAN/escalations"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/escalations?serviceHours=HOME_REGION&limit=5"
        curl -s -H "Authorization: Bearer $TAM" "$MERIDIAN/handoffs?state=OFFERED&to=tam-kim"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/coverage/gaps?basis=rules&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z&limit=3"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/gaps/summary?groupBy=regionPair&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/gaps/attendance?groupBy=serviceHours"

        Ctrl-C here, or ./meridian down%3$s, stops it. ./meridian login --as tam-kim%3$s prints a link that logs in.
        Meridian is up at %1$s
        %2$s
        """,
        url, next, data);
    out.flush();
  }
}
