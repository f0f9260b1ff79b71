package io.meridian.audit.chain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the heads of chains are told. */
@ConfigMapping(prefix = "meridian.audit")
public interface ChainConfig {

  /**
   * The private key that signs heads: Ed25519 in PKCS #8, as base64. Production does not start
   * without.
   */
  Optional<String> signingKey();

  /**
   * For how long the entries of chains are kept, 31 days or more. The database's owner is told it
   * when the service migrates, and it is the database that judges what is over its time.
   */
  @WithDefault("P2557D")
  Duration keep();

  /** How often heads are told while the service runs; they are told once more when it stops. */
  @WithDefault("PT1H")
  Duration headsEvery();
}
