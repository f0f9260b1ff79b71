package io.meridian.handoff.ledger.domain;

import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.Possession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who had an escalation at home, where and when. */
public final class Possessions {
  private Possessions() {}

  /**
   * Of one span, as far as it has begun by an instant.
   *
   * @param intervals who was accountable, by start
   * @param regimes whether it travelled meanwhile, by start
   */
  public static List<Possession> of(
      List<Accountability> intervals, List<Regime> regimes, Instant asOf) {
    List<Possession> all = new ArrayList<>();
    for (int i = 0; i < regimes.size(); i++) {
      String home = regimes.get(i).livesIn();
      Instant next = i + 1 < regimes.size() ? regimes.get(i + 1).since() : Instant.MAX;
      for (Accountability interval : intervals) {
        Instant end = interval.end() == null ? Instant.MAX : interval.end();
        Instant from = Instants.later(interval.start(), regimes.get(i).since());
        Instant to = Instants.earlier(Instants.earlier(end, next).minusMillis(1), asOf);
        if (home != null && !to.isBefore(from)) {
          all.add(new Possession(new Home(interval.tam(), home), from, to));
        }
      }
    }
    return all;
  }
}
