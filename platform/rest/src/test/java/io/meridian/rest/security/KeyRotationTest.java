package io.meridian.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.meridian.runtime.clock.RealTime;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The issuer changes its key: the new one beside the old one, then the old one withdrawn. */
class KeyRotationTest {
  private static final RsaJsonWebKey SPRING = key("spring");
  private static final RsaJsonWebKey SUMMER = key("summer");
  private static final JWTAuthContextInfo RULES = rules();

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void publishSpring() throws IOException {
    file = folder.resolve("keys.json");
    publish(SPRING);
  }

  @Test
  void both_keys_are_believed_while_both_are_published() throws Exception {
    IssuerKeys keys = keysAt(file.toUri());
    VerifiedTokens tokens = new VerifiedTokens(keys);
    assertThat(tokens.parse(signed(SPRING), RULES).getSubject()).isEqualTo("tam-kai");
    refuses(tokens, signed(SUMMER));

    publish(SPRING, SUMMER);
    keys.read();

    tokens.parse(signed(SPRING), RULES);
    tokens.parse(signed(SUMMER), RULES);
  }

  @Test
  void what_a_withdrawn_key_signed_is_refused_though_it_was_believed_before() throws Exception {
    IssuerKeys keys = keysAt(file.toUri());
    VerifiedTokens tokens = new VerifiedTokens(keys);
    String old = signed(SPRING);
    tokens.parse(old, RULES);

    publish(SUMMER);
    keys.read();

    refuses(tokens, old);
    tokens.parse(signed(SUMMER), RULES);
  }

  @Test
  void a_key_under_the_name_of_another_signs_nothing() throws Exception {
    publish(SPRING, SUMMER);
    VerifiedTokens tokens = new VerifiedTokens(keysAt(file.toUri()));

    refuses(tokens, signed("summer", SPRING));
  }

  @Test
  void a_set_that_cannot_be_read_leaves_the_keys_of_the_last_time() throws Exception {
    IssuerKeys keys = keysAt(file.toUri());
    VerifiedTokens tokens = new VerifiedTokens(keys);

    Files.writeString(file, "{\"keys\":[]}");
    keys.read();
    Files.delete(file);
    keys.read();

    tokens.parse(signed(SPRING), RULES);
  }

  @Test
  void the_set_may_be_at_an_address() throws Exception {
    HttpServer issuer =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/keys",
        exchange -> {
          byte[] set = set(SUMMER).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, set.length);
          exchange.getResponseBody().write(set);
          exchange.close();
        });
    issuer.start();
    try {
      int port = issuer.getAddress().getPort();
      VerifiedTokens tokens =
          new VerifiedTokens(keysAt(URI.create("http://127.0.0.1:" + port + "/keys")));
      tokens.parse(signed(SUMMER), RULES);
      refuses(tokens, signed(SPRING));
    } finally {
      issuer.stop(0);
    }
  }

  @Test
  void a_single_key_is_no_set() throws IOException {
    Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n");

    assertThat(keysAt(file.toUri()).isSet()).isFalse();
  }

  private static IssuerKeys keysAt(URI location) {
    IssuerKeys keys = new IssuerKeys(Optional.of(location.toString()), Duration.ofMinutes(5));
    if (keys.isSet()) {
      keys.read();
    }
    return keys;
  }

  private void publish(RsaJsonWebKey... keys) throws IOException {
    Files.writeString(file, set(keys));
  }

  private static String set(RsaJsonWebKey... keys) {
    return new JsonWebKeySet(List.of(keys)).toJson();
  }

  private static void refuses(VerifiedTokens tokens, String token) {
    assertThatExceptionOfType(ParseException.class).isThrownBy(() -> tokens.parse(token, RULES));
  }

  private static String signed(RsaJsonWebKey key) {
    return signed(key.getKeyId(), key);
  }

  private static String signed(String kid, RsaJsonWebKey key) {
    Instant now = RealTime.clock().instant();
    return Jwt.issuer("us")
        .audience("meridian")
        .subject("tam-kai")
        .issuedAt(now)
        .expiresAt(now.plusSeconds(60))
        .jws()
        .keyId(kid)
        .sign(key.getPrivateKey());
  }

  private static JWTAuthContextInfo rules() {
    JWTAuthContextInfo rules = new JWTAuthContextInfo();
    rules.setIssuedBy("us");
    rules.setExpectedAudience(Set.of("meridian"));
    return rules;
  }

  private static RsaJsonWebKey key(String kid) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(kid);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
