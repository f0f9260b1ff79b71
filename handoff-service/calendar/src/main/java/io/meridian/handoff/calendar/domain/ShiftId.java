package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids of shifts. They are derived from what a shift comes from, so a second computation yields the
 * same; and they begin with the instant at which it starts (RFC 9562, version 8), so rules find a
 * shift without a search. A year has thousands of them: no digest is computed.
 */
final class ShiftId {

  private static final int VERSION = 8;
  private static final int MILLIS_SHIFT = 16;
  private static final long VERSION_BITS = (long) VERSION << 12;
  private static final long VARIANT_BITS = 0x8000_0000_0000_0000L;
  private static final long LOW_62 = 0x3fff_ffff_ffff_ffffL;
  private static final long LOW_12 = 0xfff;

  /** FNV-1a of 64 bits. */
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  /** No local date: what an override adds has none. */
  private static final long NO_DATE = Long.MIN_VALUE;

  private ShiftId() {}

  /** Of the part of a pattern's slot for the date that starts at the instant. */
  static UUID ofSlot(String pattern, LocalDate date, Instant start) {
    return id(start, mix(hash(pattern) ^ mix(date.toEpochDay())));
  }

  /** Of the shift that an override adds. */
  static UUID ofOverride(String override, Instant start) {
    return id(start, mix(hash(override) ^ mix(NO_DATE)));
  }

  /** Of what is left of a shift from an instant inside it. */
  static UUID ofRest(UUID whole, Instant start) {
    return id(start, mix(whole.getMostSignificantBits() ^ mix(whole.getLeastSignificantBits())));
  }

  /** The instant at which the shift with the id starts; empty when it is no id of a shift. */
  static Optional<Instant> start(UUID id) {
    return id.version() == VERSION && id.variant() == 2
        ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >> MILLIS_SHIFT))
        : Optional.empty();
  }

  private static UUID id(Instant start, long hash) {
    return new UUID(
        (start.toEpochMilli() << MILLIS_SHIFT) | VERSION_BITS | (mix(~hash) & LOW_12),
        VARIANT_BITS | (hash & LOW_62));
  }

  private static long hash(String text) {
    long hash = OFFSET_BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  /** Spreads every bit over all (the finalizer of MurmurHash3). */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
