package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A technical account manager on a roster.
 *
 * @param region code of the home region
 * @param channels how to reach them, in the order in which they are tried
 * @param capacity how many open escalations they take before others are asked rather; at least 1
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
    List<ContactChannel> channels,
    int capacity) {

  /** The capacity of whoever has none of their own. */
  public static final int CAPACITY = 10;

  public Tam {
    skills = List.copyOf(skills);
    languages = List.copyOf(languages);
    channels = channels.stream().sorted(ContactChannel.ORDER).toList();
  }

  /** A TAM without a capacity of their own. */
  public Tam(
      String id,
      String name,
      @Nullable String email,
      String region,
      ZoneId zone,
      Status status,
      List<String> skills,
      List<String> languages,
      List<ContactChannel> channels) {
    this(id, name, email, region, zone, status, skills, languages, channels, CAPACITY);
  }

  /** A TAM without channels and capacity of their own. */
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

  /** How messages are sent to them: by their channels in order, or else by e-mail. */
  public List<ContactChannel> ways() {
    return channels.isEmpty() && email != null
        ? List.of(new ContactChannel(ContactChannel.Kind.EMAIL, email, Duration.ZERO, 1))
        : channels;
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
