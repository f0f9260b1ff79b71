package io.meridian.customer.directory.domain;

import java.util.Map;
import java.util.Optional;

/**
 * The TAMs that the calendar knows, of those that are asked about.
 *
 * @param known whether a calendar has been applied at all; before, every TAM is taken
 * @param tams TAM id to TAM
 */
public record Directory(boolean known, Map<String, Tam> tams) {

  /** A TAM on the roster. */
  public record Tam(String id, String name, String region, boolean active) {}

  /** Why a TAM cannot be assigned. */
  public enum Objection {
    UNKNOWN_TAM("unknown-tam", "is on no roster"),
    OTHER_REGION("tam-of-other-region", "belongs to another region"),
    INACTIVE("tam-inactive", "is no longer active");

    private final String code;
    private final String words;

    Objection(String code, String words) {
      this.code = code;
      this.words = words;
    }

    /** For programs. */
    public String code() {
      return code;
    }

    /** For people, after the TAM's id. */
    public String words() {
      return words;
    }
  }

  /** What speaks against assigning this TAM in this region. */
  public Optional<Objection> objection(String region, String id) {
    if (!known) {
      return Optional.empty();
    }
    Tam tam = tams.get(id);
    if (tam == null) {
      return Optional.of(Objection.UNKNOWN_TAM);
    } else if (!tam.region().equals(region)) {
      return Optional.of(Objection.OTHER_REGION);
    }
    return tam.active() ? Optional.empty() : Optional.of(Objection.INACTIVE);
  }

  /** The TAM's name, or the id while the name is not known. */
  public String nameOf(String id) {
    Tam tam = tams.get(id);
    return tam == null ? id : tam.name();
  }
}
