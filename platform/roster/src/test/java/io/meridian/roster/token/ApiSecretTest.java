package io.meridian.roster.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSecretTest {
  private static final String KNOWN = "mrd_q7Wd0aZk_" + "A".repeat(43);

  private final ApiSecret secret = ApiSecret.generate();

  @Test
  void it_is_read_as_it_was_shown() {
    assertThat(ApiSecret.read(secret.text())).contains(secret);
    assertThat(secret.text()).startsWith(secret.prefix() + "_").hasSize(56);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mrd_", "mrd_q7Wd0aZk", "mrd_q7Wd0aZk_short", "mrd_q7Wd0aZk_!!", "x"})
  void what_is_none_is_not_read(String shown) {
    assertThat(ApiSecret.read(shown)).isEmpty();
    assertThat(ApiSecret.read(KNOWN + shown + "x")).isEmpty();
    assertThat(ApiSecret.read("x" + KNOWN)).isEmpty();
  }

  @Test
  void only_what_begins_like_one_is_meant_to_be_one() {
    assertThat(ApiSecret.isMeant("mrd_short")).isTrue();
    assertThat(ApiSecret.isMeant("eyJhbGciOiJSUzI1NiJ9.e30.x")).isFalse();
  }

  @Test
  void what_is_kept_of_it_is_sha_256_of_all_of_it() {
    assertThat(ApiSecret.read(KNOWN).orElseThrow().hash())
        .isEqualTo("99f796d50f83a3e3d3523258977f4e2623c99d98f75db1507aa7253d6d1df3bd");
    assertThat(secret.isOf(secret.hash())).isTrue();
    assertThat(secret.isOf(ApiSecret.another(secret.prefix()).hash())).isFalse();
    assertThat(secret.isOf(null)).isFalse();
  }

  @Test
  void another_one_of_the_same_token_is_found_by_the_same_prefix() {
    ApiSecret another = ApiSecret.another(secret.prefix());
    assertThat(another.prefix()).isEqualTo(secret.prefix());
    assertThat(another).isNotEqualTo(secret);
  }

  @Test
  void it_is_not_printed() {
    assertThat(secret.toString()).isEqualTo(secret.prefix() + "_…");
  }
}
