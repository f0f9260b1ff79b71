package io.meridian.events;

/** The customer's support contract, best first. */
public enum Tier {
  PLATINUM,
  GOLD,
  SILVER,
  STANDARD
}
