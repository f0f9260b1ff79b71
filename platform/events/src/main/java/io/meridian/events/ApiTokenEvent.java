package io.meridian.events;

import java.time.Instant;
import java.util.List;

/** What handoff-service tells of the tokens by which programs come in. */
public sealed interface ApiTokenEvent extends Event {

  ApiTokenState token();

  /** An administrator issued one. */
  record Issued(ApiTokenState token) implements ApiTokenEvent {}

  /** It has another secret; the one before is believed for a while. */
  record Rotated(ApiTokenState token) implements ApiTokenEvent {}

  /** It is believed no longer. */
  record Revoked(ApiTokenState token) implements ApiTokenEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Issued ignored -> "io.meridian.api-token.issued.v1";
      case Rotated ignored -> "io.meridian.api-token.rotated.v1";
      case Revoked ignored -> "io.meridian.api-token.revoked.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.SHIFTS;
  }

  @Override
  default String key() {
    return token().id().toString();
  }

  @Override
  default long sequence() {
    return token().revision();
  }

  @Override
  default Instant time() {
    return token().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.alone("api-token", key(), token());
  }
}
