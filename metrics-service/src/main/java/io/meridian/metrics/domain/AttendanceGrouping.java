package io.meridian.metrics.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a summary of attendance is grouped by. */
public enum AttendanceGrouping {
  /** Whether they travel or live in their home region. */
  SERVICE_HOURS("serviceHours", true),
  SEVERITY("severity", true),
  CUSTOMER("customer", true),
  /** ISO week in UTC. */
  WEEK("week", true),
  /** In which the accountable person held it. */
  REGION("region", false),
  /** Who was accountable. */
  TAM("tam", false);

  private final String wireName;
  private final boolean tellsOpen;

  AttendanceGrouping(String wireName, boolean tellsOpen) {
    this.wireName = wireName;
    this.tellsOpen = tellsOpen;
  }

  /** Its name in the API. */
  public String wireName() {
    return wireName;
  }

  /** Whether it is known of all the open time: who was accountable is told of gaps and rests. */
  public boolean tellsOpen() {
    return tellsOpen;
  }

  /** The names of all, as the API lists them. */
  public static String names() {
    return Arrays.stream(values())
        .map(AttendanceGrouping::wireName)
        .collect(Collectors.joining(", "));
  }

  /** The grouping with this name in the API. */
  public static Optional<AttendanceGrouping> named(String wireName) {
    return Arrays.stream(values()).filter(g -> g.wireName.equals(wireName)).findFirst();
  }
}
