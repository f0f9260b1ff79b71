package io.meridian.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretSealTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String OTHER = "OTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** The same secret as it was sealed under {@link #KEY} before keys had names. */
  private static final String WITHOUT_NAME =
      "v1:AAECAwQFBgcICQoLjXJh0P62ADINOsZghA9XTeZguag1/6ucEK5kKGvgBQEgcPMOBptMffGE9KlOxnEbvmpZpNik";

  private final SecretSeal seal = new SecretSeal(List.of(KEY), true);

  @Test
  void what_was_sealed_opens_with_the_same_key_only() {
    String sealed = seal.seal(SECRET);

    assertThat(sealed).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(seal.open(sealed)).isEqualTo(SECRET);
    assertThatIllegalStateException()
        .isThrownBy(() -> new SecretSeal(List.of(OTHER), true).open(sealed))
        .withMessageContaining(seal.keyName());
  }

  @Test
  void a_new_key_before_the_old_one_seals_and_the_old_one_still_opens() {
    String sealed = seal.seal(SECRET);
    SecretSeal rotated = new SecretSeal(List.of(OTHER, KEY), true);

    assertThat(rotated.open(sealed)).isEqualTo(SECRET);
    assertThat(rotated.isCurrent(sealed)).isFalse();
    String resealed = rotated.seal(SECRET);
    assertThat(rotated.isCurrent(resealed)).isTrue();
    assertThat(new SecretSeal(List.of(OTHER), true).open(resealed)).isEqualTo(SECRET);
  }

  @Test
  void what_was_sealed_before_keys_had_names_opens_with_any_of_them_that_fits() {
    assertThat(new SecretSeal(List.of(OTHER, KEY), true).open(WITHOUT_NAME)).isEqualTo(SECRET);
    assertThat(seal.isCurrent(WITHOUT_NAME)).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> new SecretSeal(List.of(OTHER), true).open(WITHOUT_NAME));
  }

  @Test
  void what_was_changed_does_not_open() {
    String sealed = seal.seal(SECRET);
    int last = sealed.length() - 6;
    char other = sealed.charAt(last) == 'A' ? 'B' : 'A';

    assertThatIllegalStateException()
        .isThrownBy(() -> seal.open(sealed.substring(0, last) + other + sealed.substring(last + 1)))
        .withMessageContaining("changed");
  }

  @Test
  void the_same_secret_is_sealed_differently_each_time() {
    assertThat(seal.seal(SECRET)).isNotEqualTo(seal.seal(SECRET));
  }

  @Test
  void production_does_not_start_without_a_key() {
    assertThatIllegalStateException().isThrownBy(() -> new SecretSeal(List.of(), true));
  }

  @Test
  void a_key_that_is_short_or_no_base64_is_refused_and_not_repeated() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new SecretSeal(List.of(KEY, "c2hvcnQ="), false))
        .withMessageContaining("5 bytes");
    assertThatIllegalStateException()
        .isThrownBy(() -> new SecretSeal(List.of("not a key"), false))
        .withMessageNotContaining("not a key");
  }

  @Test
  void outside_production_secrets_may_be_stored_as_they_are() {
    var open = new SecretSeal(List.of(), false);

    assertThat(open.open(open.seal(SECRET))).isEqualTo(SECRET);
    assertThat(seal.open(open.seal(SECRET))).as("once there is a key").isEqualTo(SECRET);
    assertThat(seal.isCurrent(open.seal(SECRET))).isFalse();
  }
}
