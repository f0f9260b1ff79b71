package io.meridian.roster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the roster says of whoever calls, remembered for a moment: a roster changes seldom, and a
 * TAM's screen asks often.
 */
@ApplicationScoped
public class Standings {
  private static final int PEOPLE_MAX = 10_000;

  private final Instance<Roster> roster;
  private final Cache<String, Standing> recent;

  /**
   * @param roster none where a service knows of no TAMs
   * @param memory how long somebody who has left may still do what they did
   */
  Standings(
      Instance<Roster> roster,
      @ConfigProperty(name = "meridian.roster.memory", defaultValue = "PT2S") Duration memory) {
    this.roster = roster;
    this.recent = Caffeine.newBuilder().maximumSize(PEOPLE_MAX).expireAfterWrite(memory).build();
  }

  /** What it says of the subject. */
  public Uni<Standing> of(String subject) {
    Standing known = recent.getIfPresent(subject);
    if (known != null) {
      return Uni.createFrom().item(known);
    }
    return roster.isUnsatisfied()
        ? Uni.createFrom().item(Standing.UNQUESTIONED)
        : roster.get().standing(subject).invoke(found -> recent.put(subject, found));
  }
}
