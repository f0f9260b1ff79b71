package io.meridian.local.cli;

import io.meridian.local.security.LocalTokens;
import java.io.PrintWriter;

/** What the user sees when the house is up: where it is, tokens, and lines to copy. */
final class Welcome {

  private Welcome() {}

  static void print(PrintWriter out, String url, LocalTokens tokens) {
    out.printf(
        """

        Meridian is up at %1$s
        Ctrl-C here, or ./meridian down, stops it. API descriptions: %1$s/services/handoff/q/swagger-ui

        Copy these first (valid for twelve hours; ./meridian token --as ROLE prints new ones):

        export MERIDIAN=%1$s/api/v1
        export MANAGER=%2$s
        export TAM=%3$s
        export ADMIN=%4$s
        export INTEGRATION=%5$s

        Then try:

        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/on-duty"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/escalations?limit=5"
        curl -s -H "Authorization: Bearer $MANAGER" -H 'Content-Type: application/json' \\
          -d '{"title":"Checkout is down","severity":"SEV1"}' "$MERIDIAN/escalations"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/escalations?serviceHours=HOME_REGION&limit=5"
        curl -s -H "Authorization: Bearer $TAM" "$MERIDIAN/handoffs?state=OFFERED&to=tam-kim"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/coverage/gaps?basis=rules&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z&limit=3"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/gaps/summary?groupBy=regionPair&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z"
        curl -s -H "Authorization: Bearer $MANAGER" "$MERIDIAN/gaps/attendance?groupBy=serviceHours"

        """,
        url, tokens.manager(), tokens.tam("tam-kim"), tokens.admin(), tokens.integration());
    out.flush();
  }
}
