package io.meridian.handoff.domain.calendar;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A technical account manager on a roster.
 *
 * @param region code of the home region
 * @param channels how to reach them, in the order in which they are tried
 */
public record Tam(
    String id,
    String name,
    @Nullable String email,
    String region,
    ZoneId zone,
    Status status,
    List<String> skills,
    List<String> languages,
    List<ContactChannel> channels) {

  public Tam {
    skills = List.copyOf(skills);
    languages = List.copyOf(languages);
    channels = channels.stream().sorted(ContactChannel.ORDER).toList();
  }

  /** A TAM without channels of their own. */
  public Tam(
      String id,
      String name,
      @Nullable String email,
      String region,
      ZoneId zone,
      Status status,
      List<String> skills,
      List<String> languages) {
    this(id, name, email, region, zone, status, skills, languages, List.of());
  }

  /** Whether a message can reach them at all: by a channel, or else by e-mail. */
  public boolean isReachable() {
    return email != null || !channels.isEmpty();
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
