package io.meridian.handoff.calendar.store;

import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Channels of which the log of deliveries says that they do not work. */
@ApplicationScoped
public class DeadChannelStore {

  /** What is tried again by the same channel decides nothing yet. */
  private static final String DEAD =
      """
      select w.way from unnest($1::uuid[]) as w (way) cross join lateral (
        select a.outcome from notification_attempt a join notification n on n.id = a.notification_id
        where a.way = w.way and a.ended_at is not null and (a.outcome in ('DELIVERED', 'REFUSED')
          or a.outcome = 'FAILED' and (n.status = 'UNREACHABLE' or n.channel > a.channel))
        order by a.ended_at desc, a.number desc limit 1) last
      where last.outcome <> 'DELIVERED'
      """;

  /**
   * Those of the channels by which the last message failed for good: refused, or tried so often
   * that the next channel had its turn or the message was given up.
   */
  public Uni<Set<UUID>> among(UnitOfWork unit, Collection<UUID> ways) {
    return unit.query(DEAD, Tuple.tuple().addArrayOfUUID(ways.toArray(UUID[]::new)))
        .map(
            rows -> {
              Set<UUID> dead = new HashSet<>();
              rows.forEach(row -> dead.add(row.getUUID("way")));
              return dead;
            });
  }
}
