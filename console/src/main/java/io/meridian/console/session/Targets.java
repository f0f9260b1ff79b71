package io.meridian.console.session;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a login returns to: a page of ours, and never another site. */
public final class Targets {
  private static final Pattern OWN =
      Pattern.compile("/([^/\\\\\\p{Cntrl}\\s][^\\\\\\p{Cntrl}\\s]*)?");

  private Targets() {}

  /** The page of this address; empty when it is none of ours. */
  public static Optional<URI> own(@Nullable String address) {
    try {
      return address != null && OWN.matcher(address).matches()
          ? Optional.of(URI.create(address))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
