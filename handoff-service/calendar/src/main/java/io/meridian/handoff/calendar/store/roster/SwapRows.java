package io.meridian.handoff.calendar.store.roster;

import io.meridian.events.SwapStatus;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.handoff.calendar.domain.roster.SwapShift;
import io.meridian.handoff.calendar.domain.roster.SwapStage;
import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between requests and their rows. */
final class SwapRows {

  private SwapRows() {}

  static Tuple inserted(SwapRequest request) {
    SwapShift exchange = request.inExchangeFor();
    return Tuple.tuple()
        .addUUID(request.id())
        .addString(request.asker())
        .addString(request.asked())
        .addUUID(request.shift().id())
        .addString(request.shift().region())
        .addOffsetDateTime(Columns.utc(request.shift().start()))
        .addOffsetDateTime(Columns.utc(request.shift().end()))
        .addUUID(exchange == null ? null : exchange.id())
        .addString(exchange == null ? null : exchange.region())
        .addOffsetDateTime(exchange == null ? null : Columns.utc(exchange.start()))
        .addOffsetDateTime(exchange == null ? null : Columns.utc(exchange.end()))
        .addString(request.reason())
        .addOffsetDateTime(Columns.utc(request.askedAt()))
        .addOffsetDateTime(Columns.utc(request.expiresAt()));
  }

  static Tuple ended(SwapRequest request) {
    @Nullable String by = null;
    @Nullable String answer = null;
    List<String> overrides = List.of();
    switch (request.stage()) {
      case SwapStage.Accepted accepted -> {
        by = accepted.by();
        overrides = accepted.overrides();
      }
      case SwapStage.Declined declined -> {
        by = declined.by();
        answer = declined.answer();
      }
      case SwapStage.Cancelled cancelled -> {
        by = cancelled.by();
        answer = cancelled.answer();
      }
      case SwapStage.Expired ignored -> {}
      case SwapStage.Asked ignored -> throw new IllegalArgumentException("not ended");
    }
    return Tuple.tuple()
        .addUUID(request.id())
        .addString(request.stage().status().name())
        .addString(by)
        .addOffsetDateTime(Columns.utc(request.changedAt()))
        .addString(answer)
        .addArrayOfString(overrides.toArray(String[]::new))
        .addLong(request.revision());
  }

  static SwapRequest request(Row row) {
    return new SwapRequest(
        row.getUUID("id"),
        row.getString("asker"),
        row.getString("asked"),
        shift(row, "shift"),
        row.getUUID("exchange_id") == null ? null : shift(row, "exchange"),
        row.getString("reason"),
        Columns.instant(row, "asked_at"),
        Columns.instant(row, "expires_at"),
        stage(row),
        row.getLong("revision"),
        Columns.instant(row, "changed_at"));
  }

  private static SwapStage stage(Row row) {
    return switch (SwapStatus.valueOf(row.getString("status"))) {
      case ASKED -> new SwapStage.Asked();
      case ACCEPTED ->
          new SwapStage.Accepted(
              row.getString("answered_by"),
              Columns.instant(row, "answered_at"),
              List.of(row.getArrayOfStrings("overrides")));
      case DECLINED ->
          new SwapStage.Declined(
              row.getString("answered_by"),
              Columns.instant(row, "answered_at"),
              row.getString("answer"));
      case CANCELLED ->
          new SwapStage.Cancelled(
              row.getString("answered_by"),
              Columns.instant(row, "answered_at"),
              row.getString("answer"));
      case EXPIRED -> new SwapStage.Expired(Columns.instant(row, "answered_at"));
    };
  }

  private static SwapShift shift(Row row, String prefix) {
    return new SwapShift(
        row.getUUID(prefix + "_id"),
        row.getString(prefix + "_region"),
        Columns.instant(row, prefix + "_start"),
        Columns.instant(row, prefix + "_end"));
  }
}
