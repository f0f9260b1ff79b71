package io.meridian.metrics.store;

import io.meridian.metrics.domain.RestReport;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** The rests, as last told. */
@ApplicationScoped
public class RestStore {

  private static final Rows<RestReport> ROWS =
      Rows.<RestReport>as("told")
          .uuid("id", r -> r.rest().id())
          .uuid("escalation_id", r -> r.rest().escalationId())
          .text("escalation", r -> r.rest().escalation())
          .uuid("customer_id", r -> r.rest().customerId())
          .text("severity", r -> r.rest().severity().name())
          .instant("started_at", r -> r.rest().start())
          .instant("ended_at", r -> r.rest().end())
          .text("cause", r -> r.rest().cause().name())
          .text("region", r -> r.rest().region())
          .text("accountable_id", r -> r.rest().accountable().id())
          .text("accountable_name", r -> r.rest().accountable().name())
          .flag("voided", RestReport::voided)
          .number("revision", r -> r.rest().revision());

  private static final String UPSERT =
      "insert into rest (%s) select * from %s on conflict (id) do update set %s"
              .formatted(ROWS.names(), ROWS.unnest(), ROWS.excluded("id"))
          + " where rest.revision < excluded.revision";

  /**
   * Takes over what was told about rests, each only forward, in this order.
   *
   * @param reports at most one for each rest
   */
  public Uni<Void> forward(UnitOfWork unit, Collection<RestReport> reports) {
    return Chunks.each(reports, part -> unit.query(UPSERT, ROWS.tuple(part)));
  }
}
