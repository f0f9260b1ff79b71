package io.meridian.events;

/** How the customer took it when last spoken with. */
public enum Mood {
  CALM,
  CONCERNED,
  ANGRY
}
