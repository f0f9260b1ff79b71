package io.meridian.escalation.integration.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SecretSealTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String OTHER = "OTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final SecretSeal seal = new SecretSeal(KEY, true);

  @Test
  void what_was_sealed_opens_with_the_same_key_only() {
    String sealed = seal.seal(SECRET);

    assertThat(sealed).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(seal.open(sealed)).isEqualTo(SECRET);
    assertThatIllegalStateException().isThrownBy(() -> new SecretSeal(OTHER, true).open(sealed));
  }

  @Test
  void the_same_secret_is_sealed_differently_each_time() {
    assertThat(seal.seal(SECRET)).isNotEqualTo(seal.seal(SECRET));
  }

  @Test
  void production_does_not_start_without_a_key() {
    assertThatIllegalStateException().isThrownBy(() -> new SecretSeal(null, true));
  }

  @Test
  void a_short_key_is_refused() {
    assertThatIllegalStateException().isThrownBy(() -> new SecretSeal("c2hvcnQ=", false));
  }

  @Test
  void outside_production_secrets_may_be_stored_as_they_are() {
    var open = new SecretSeal(null, false);

    assertThat(open.open(open.seal(SECRET))).isEqualTo(SECRET);
  }
}
