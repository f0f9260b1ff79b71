package io.meridian.handoff.domain.calendar;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A technical account manager on a roster.
 *
 * @param region code of the home region
 */
public record Tam(
    String id,
    String name,
    @Nullable String email,
    String region,
    ZoneId zone,
    Status status,
    List<String> skills,
    List<String> languages) {

  public Tam {
    skills = List.copyOf(skills);
    languages = List.copyOf(languages);
  }

  /** What a TAM may do on a roster. */
  public enum Status {
    /** In training: shadow only. */
    ONBOARDING,
    /** May be primary, secondary and shadow. */
    ACTIVE,
    /** On no roster. */
    INACTIVE
  }
}
