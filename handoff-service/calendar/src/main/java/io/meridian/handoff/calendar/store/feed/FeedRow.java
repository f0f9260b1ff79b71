package io.meridian.handoff.calendar.store.feed;

import io.meridian.handoff.calendar.domain.feed.FeedRecord;
import io.meridian.handoff.calendar.domain.feed.FeedScope;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A feed as the table holds it, but for what its subscribers were told. */
@Entity
@Table(name = "calendar_feed")
class FeedRow {
  @Id UUID id;
  String scope;
  String subject;
  byte[] secretHash;
  String createdBy;
  boolean madeAsTam;
  Instant createdAt;
  long revision;

  @SuppressWarnings("NullAway.Init")
  FeedRow() {}

  static FeedRow of(FeedRecord feed, byte[] secretHash) {
    FeedRow row = new FeedRow();
    row.id = feed.id();
    row.scope = kind(feed.scope());
    row.subject = subject(feed.scope());
    row.secretHash = secretHash.clone();
    row.createdBy = feed.createdBy();
    row.madeAsTam = feed.madeAsTam();
    row.createdAt = feed.createdAt();
    row.revision = feed.revision();
    return row;
  }

  void reset(byte[] hash) {
    secretHash = hash.clone();
    revision++;
  }

  FeedRecord toDomain() {
    return new FeedRecord(id, scope(scope, subject), createdBy, madeAsTam, createdAt, revision);
  }

  static FeedScope scope(String kind, String subject) {
    return switch (kind) {
      case "TAM" -> new FeedScope.OfTam(subject);
      case "REGION" -> new FeedScope.OfRegion(subject);
      default -> new FeedScope.Everything();
    };
  }

  private static String kind(FeedScope scope) {
    return switch (scope) {
      case FeedScope.OfTam ignored -> "TAM";
      case FeedScope.OfRegion ignored -> "REGION";
      case FeedScope.Everything() -> "ALL";
    };
  }

  private static String subject(FeedScope scope) {
    return switch (scope) {
      case FeedScope.OfTam(String tam) -> tam;
      case FeedScope.OfRegion(String region) -> region;
      case FeedScope.Everything() -> "";
    };
  }
}
