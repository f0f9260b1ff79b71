package io.meridian.local.demo;

import io.meridian.local.client.Answer;
import io.meridian.local.client.Api;
import io.meridian.local.security.LocalTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The people: most accept in time with a read-back, some late, one declines, one never answers, and
 * leads take what is left to them. What somebody does is decided when they are asked.
 */
final class SimulatedTams {

  private static final int DECLINES = 5;
  private static final int NEVER_ANSWERS = 9;
  private static final int EVERY_LATE = 6;

  private enum Deed {
    ACCEPT,
    DECLINE
  }

  private record Intention(Instant due, String handoff, String tam, Deed deed) {}

  private final Api api;
  private final LocalTokens tokens;
  private final RandomGenerator random;
  private final Map<String, String> tokenOf = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final List<Intention> intentions = new ArrayList<>();
  private int count;

  SimulatedTams(Api api, LocalTokens tokens, RandomGenerator random) {
    this.api = api;
    this.tokens = tokens;
    this.random = random;
  }

  /** Looks at what is offered, and does what is due. */
  void act(List<Offer> handoffs, Instant now) {
    handoffs.stream()
        .filter(offer -> offer.isOpen() && !offer.tam().isEmpty())
        .filter(offer -> asked.add(offer.id() + offer.tam()))
        .forEach(offer -> consider(offer, now));
    List<Intention> due = intentions.stream().filter(one -> !one.due().isAfter(now)).toList();
    due.forEach(this::act);
    intentions.removeAll(due);
  }

  private void consider(Offer offer, Instant now) {
    if (offer.state().equals("ESCALATED_TO_LEAD")) {
      intend(now.plus(minutes(6, 25)), offer, Deed.ACCEPT);
      return;
    }
    count++;
    if (count == DECLINES) {
      intend(now.plus(minutes(2, 6)), offer, Deed.DECLINE);
    } else if (count % EVERY_LATE == 3) {
      intend(offer.acceptBy().plus(minutes(2, 20)), offer, Deed.ACCEPT);
    } else if (count != NEVER_ANSWERS) {
      Duration room = Duration.between(now, offer.acceptBy());
      intend(now.plus(room.multipliedBy(random.nextInt(5, 70)).dividedBy(100)), offer, Deed.ACCEPT);
    }
  }

  private void intend(Instant due, Offer offer, Deed deed) {
    intentions.add(new Intention(due, offer.id(), offer.tam(), deed));
  }

  private Duration minutes(int least, int most) {
    return Duration.ofSeconds(random.nextInt(60 * least, 60 * most));
  }

  /** An answer that comes too late is refused, and that is fine: somebody else has taken it. */
  private Answer act(Intention intention) {
    Api tam = api.as(tokenOf.computeIfAbsent(intention.tam(), tokens::tam));
    String path = "/handoffs/" + intention.handoff();
    return switch (intention.deed()) {
      case ACCEPT ->
          tam.post(
              path + "/acceptance",
              Map.of("readBack", "I have read the briefing; next update as promised there"),
              Map.of());
      case DECLINE ->
          tam.post(
              path + "/decline", Map.of("reason", "on a call with another customer"), Map.of());
    };
  }
}
