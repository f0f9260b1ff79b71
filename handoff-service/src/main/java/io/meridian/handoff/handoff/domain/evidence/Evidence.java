package io.meridian.handoff.handoff.domain.evidence;

import io.meridian.audit.domain.Hash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded ending of a handoff.
 *
 * @param entry JSON
 * @param seal null until it is sealed
 */
public record Evidence(
    long id, UUID handoff, long revision, Instant recordedAt, String entry, @Nullable Seal seal) {

  /**
   * Where it is in the chain.
   *
   * @param before the hash of the link at the position before, as stored now; {@link Hash#NONE} for
   *     the first; null when that link is missing
   */
  public record Seal(long position, Hash previous, Hash hash, @Nullable Hash before) {}
}
