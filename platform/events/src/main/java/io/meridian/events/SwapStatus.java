package io.meridian.events;

/** Where a swap request stands. */
public enum SwapStatus {
  /** The asked TAM has not answered. */
  ASKED,
  /** Agreed: the overrides that make it so are in force. */
  ACCEPTED,
  /** The asked TAM said no. */
  DECLINED,
  /** Nobody answered in time, or the shift began first. */
  EXPIRED,
  /** Taken back, or another request for the same shift was accepted. */
  CANCELLED
}
