package io.meridian.events;

/** Why nobody is expected to act on an open escalation (domain.md section 5). */
public enum RestCause {
  /** It is resolved: it closes by itself, or is reopened. */
  RESOLVED,
  /** It lives in its home region, and it is not its hours there. */
  HOME_HOURS
}
