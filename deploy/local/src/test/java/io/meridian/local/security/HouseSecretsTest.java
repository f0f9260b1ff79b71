package io.meridian.local.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HouseSecretsTest {

  private final Map<String, String> secrets = HouseSecrets.generate();

  @Test
  void each_house_has_its_own() {
    assertThat(HouseSecrets.generate().values()).doesNotContainAnyElementsOf(secrets.values());
  }

  @Test
  void each_fits_into_a_line_of_an_environment_file() {
    assertThat(secrets.values()).allMatch(secret -> secret.matches("[A-Za-z0-9+/=_-]+"));
  }

  @Test
  void the_sealing_key_has_32_bytes() {
    assertThat(Base64.getDecoder().decode(secrets.get("MERIDIAN_SEALING_KEY"))).hasSize(32);
  }

  @Test
  void the_public_key_verifies_what_the_private_one_signs() throws Exception {
    String token = LocalTokens.of(secrets.get("MERIDIAN_JWT_PRIVATE_KEY")).manager();
    int dot = token.lastIndexOf('.');
    byte[] key = Base64.getDecoder().decode(secrets.get("MERIDIAN_JWT_PUBLIC_KEY"));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
    signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));

    assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)))).isTrue();
  }
}
