package io.meridian.local.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokensTest {

  @TempDir private Path folder;

  @Test
  void a_token_names_its_caller_role_issuer_and_audience() throws Exception {
    String[] parts = LocalTokens.of(SigningKey.create(folder)).tam("tam-kai").split("\\.");

    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .contains(
            "\"iss\":\"meridian-local\"",
            "\"aud\":\"meridian\"",
            "\"sub\":\"tam-kai\"",
            "\"groups\":[\"tam\"]");
  }

  @Test
  void the_public_key_verifies_what_the_private_one_signed() throws Exception {
    SigningKey key = SigningKey.create(folder);
    String token = LocalTokens.of(key).manager();
    int dot = token.lastIndexOf('.');
    String pem = Files.readString(key.publicKey()).replaceAll("-----[A-Z ]+-----", "");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem))));
    signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));

    assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)))).isTrue();
  }

  @Test
  void the_key_is_made_once_and_its_private_half_is_the_owners_alone() throws Exception {
    String first = Files.readString(SigningKey.create(folder).privateKey());

    assertThat(Files.readString(SigningKey.create(folder).privateKey())).isEqualTo(first);
    assertThat(Files.getPosixFilePermissions(folder.resolve("jwt-private.pem"))).hasSize(2);
  }
}
