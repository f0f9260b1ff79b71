package io.meridian.handoff.handoff.store.briefing;

import io.meridian.events.EscalationState;
import io.meridian.events.ExternalRef;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The long texts of escalations, which nothing but briefings needs. */
@ApplicationScoped
public class TextStore {
  private static final Rows<EscalationState> ROWS =
      Rows.<EscalationState>as("n")
          .uuid("escalation_id", EscalationState::id)
          .text("description", EscalationState::description)
          .text("url", TextStore::url)
          .number("revision", EscalationState::revision);
  private static final String UPSERT =
      """
      insert into escalation_text as t (%s) select * from %s
      on conflict (escalation_id) do update set
        description = case when excluded.description is distinct from t.description
          then coalesce(excluded.description, t.description) else t.description end,
        url = excluded.url, revision = excluded.revision
      where t.revision < excluded.revision
      """
          .formatted(ROWS.names(), ROWS.unnest());

  /** Writes what is newer than the replica; of several states of one escalation the newest. */
  public Uni<Void> follow(UnitOfWork unit, Collection<EscalationState> states) {
    Map<UUID, EscalationState> newest =
        states.stream()
            .collect(
                Collectors.toMap(
                    EscalationState::id,
                    Function.identity(),
                    BinaryOperator.maxBy(Comparator.comparing(EscalationState::revision))));
    if (newest.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<EscalationState> rows =
        newest.values().stream().sorted(Comparator.comparing(EscalationState::id)).toList();
    return unit.query(UPSERT, ROWS.tuple(rows)).replaceWithVoid();
  }

  private static @Nullable String url(EscalationState state) {
    ExternalRef ref = state.externalRef();
    return ref == null ? null : ref.url();
  }
}
