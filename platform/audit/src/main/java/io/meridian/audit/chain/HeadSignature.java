package io.meridian.audit.chain;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs the heads of chains, so that nobody else at the broker can tell one. */
@Startup
@ApplicationScoped
class HeadSignature {
  private static final String ALGORITHM = "Ed25519";

  private final @Nullable PrivateKey key;

  @Inject
  HeadSignature(ChainConfig config) {
    this(config.signingKey(), ConfigUtils.isProfileActive("prod"));
  }

  HeadSignature(Optional<String> base64Key, boolean production) {
    if (base64Key.isEmpty() && production) {
      throw new IllegalStateException(
          "meridian.audit.signing-key is missing: production needs an Ed25519 key in PKCS #8, as"
              + " base64");
    }
    this.key = base64Key.map(HeadSignature::read).orElse(null);
  }

  private static PrivateKey read(String base64) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64.strip())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("meridian.audit.signing-key is no Ed25519 key", e);
    }
  }

  /** The signature of a text as base64; null without a key. */
  @Nullable String of(String text) {
    if (key == null) {
      return null;
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
