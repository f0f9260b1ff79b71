package io.meridian.audit.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadSignatureTest {

  @Test
  void the_public_half_verifies_what_was_signed() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String key = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());

    String signed = new HeadSignature(Optional.of(key), true).of("a head");

    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(pair.getPublic());
    signature.update("a head".getBytes(UTF_8));
    assertThat(signature.verify(Base64.getDecoder().decode(signed))).isTrue();
  }

  @Test
  void production_does_not_start_without_a_key_and_others_sign_nothing() {
    assertThatThrownBy(() -> new HeadSignature(Optional.empty(), true))
        .hasMessageContaining("meridian.audit.signing-key");
    assertThat(new HeadSignature(Optional.empty(), false).of("a head")).isNull();
  }

  @Test
  void what_is_no_key_is_named() {
    assertThatThrownBy(() -> new HeadSignature(Optional.of("AAAA"), false))
        .hasMessageContaining("no Ed25519 key");
  }
}
