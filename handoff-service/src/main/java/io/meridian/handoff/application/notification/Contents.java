package io.meridian.handoff.application.notification;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.application.briefing.BriefingDetails;
import io.meridian.handoff.application.briefing.Briefings;
import io.meridian.handoff.domain.notification.HandoffNotices;
import io.meridian.handoff.domain.notification.NotificationKind;
import io.meridian.handoff.domain.notification.Told;
import io.meridian.handoff.store.handoff.HandoffStore;
import io.meridian.handoff.store.notification.Claimed;
import io.meridian.handoff.store.notification.SendingStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a message says when it is sent: what is still true, and of briefings what they lack now. */
@ApplicationScoped
class Contents {
  private final SendingStore store;
  private final HandoffStore handoffs;
  private final Briefings briefings;

  Contents(SendingStore store, HandoffStore handoffs, Briefings briefings) {
    this.store = store;
    this.handoffs = handoffs;
    this.briefings = briefings;
  }

  /** What the message is about; all of it when somebody asked for it again. */
  Uni<List<Told>> told(SqlConnection connection, Claimed message) {
    boolean all = message.redeliveries() > 0;
    Uni<List<Told>> told = store.told(connection, message.id(), all);
    return message.kind() == NotificationKind.INCOMPLETE
        ? told.chain(items -> lacking(connection, items, all))
        : told;
  }

  private Uni<List<Told>> lacking(SqlConnection connection, List<Told> told, boolean all) {
    return handoffs
        .find(connection, told.stream().map(Told::about).toList())
        .chain(items -> briefings.of(connection, items))
        .map(
            details ->
                told.stream()
                    .map(one -> one.noted(lacks(details, one.about())))
                    .filter(one -> all || one.line().note() != null)
                    .toList());
  }

  private static @Nullable String lacks(Map<UUID, BriefingDetails> details, UUID handoff) {
    BriefingDetails briefing = details.get(handoff);
    BriefingStatus status = briefing == null ? null : briefing.status();
    return HandoffNotices.lacking(status);
  }
}
