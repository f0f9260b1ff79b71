package io.meridian.seal;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What secrets are sealed under. */
@ConfigMapping(prefix = "meridian.sealing")
public interface SealConfig {

  /**
   * Each base64 of 32 bytes, separated by commas: the first seals, all open. Production does not
   * start without where secrets are kept.
   */
  Optional<List<String>> keys();
}
