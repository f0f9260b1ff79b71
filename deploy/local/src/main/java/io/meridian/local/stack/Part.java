package io.meridian.local.stack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the local stack: one process each, but for the door and the mail server, which live in
 * the launcher.
 */
public enum Part {
  DOOR("door"),
  CUSTOMER("customer-service"),
  ESCALATION("escalation-service"),
  HANDOFF("handoff-service"),
  METRICS("metrics-service"),
  POSTGRES("postgres"),
  KAFKA("kafka"),
  MAIL("mail"),
  CONSOLE("console");

  /** The four services, in the order they are started. */
  public static final Set<Part> SERVICES = EnumSet.of(CUSTOMER, ESCALATION, HANDOFF, METRICS);

  /** The whole house. */
  public static final Set<Part> ALL = EnumSet.allOf(Part.class);

  private final String label;

  Part(String label) {
    this.label = label;
  }

  /** As people and folders name it, e.g. {@code handoff-service}. */
  public String label() {
    return label;
  }

  /** Whether it is one of the four services: it has a database, and speaks of events. */
  public boolean isService() {
    return SERVICES.contains(this);
  }

  /** Whether it answers HTTP from a jar of its own: a service, or the console. */
  public boolean isApplication() {
    return isService() || this == CONSOLE;
  }

  /** Whether it has no process of its own. */
  public boolean livesInLauncher() {
    return this == DOOR || this == MAIL;
  }

  /** The database of a service, e.g. {@code handoff}; also its name at the door. */
  public String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The part of this label or short name. */
  public static Optional<Part> of(String name) {
    return ALL.stream()
        .filter(part -> part.label.equals(name) || part.shortName().equals(name))
        .findFirst();
  }
}
