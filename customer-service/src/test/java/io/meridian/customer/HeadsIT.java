package io.meridian.customer;

import static io.meridian.customer.Requests.body;
import static io.meridian.customer.Requests.create;
import static io.meridian.customer.Requests.manager;
import static io.meridian.customer.Requests.unique;
import static io.meridian.testkit.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The head of the audit log is told to the broker, where who rewrites it cannot take it back. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
@TestProfile(HeadsIT.OftenTold.class)
class HeadsIT {

  /** Tells heads each second, signed. */
  public static class OftenTold implements QuarkusTestProfile {
    private static final String PUBLIC = "meridian.test.audit.public";

    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        return Map.of(
            "meridian.audit.heads-every",
            "PT0.5S",
            "meridian.audit.signing-key",
            base64.encodeToString(pair.getPrivate().getEncoded()),
            PUBLIC,
            base64.encodeToString(pair.getPublic().getEncoded()));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The first one with a signature: a service without a key may have run here before. */
  private static JsonPath told(KafkaConsumer<String, String> broker) {
    return await()
        .until(
            () -> {
              for (var message : broker.poll(Duration.ofMillis(100))) {
                JsonPath head = JsonPath.from(message.value());
                if (head.getString("signature") != null) {
                  return head;
                }
              }
              return null;
            },
            head -> head != null);
  }

  @Test
  void a_head_names_the_last_link_and_is_signed() throws Exception {
    create(body(unique("sealed"))).then().statusCode(201);
    var topic = new TopicPartition("customer-service.heads", 0);
    try (var broker =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", setting("kafka.bootstrap.servers")),
            new StringDeserializer(),
            new StringDeserializer())) {
      broker.assign(List.of(topic));
      broker.seekToBeginning(List.of(topic));

      JsonPath head = told(broker);

      JsonPath proof =
          manager()
              .get("/api/v1/audit/chains/audit/verification?until=" + head.getLong("position"))
              .jsonPath();
      assertThat(proof.getBoolean("intact")).isTrue();
      assertThat(proof.getString("head.hash")).isEqualTo(head.getString("hash"));
      assertThat(isSigned(head)).isTrue();
    }
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  private static boolean isSigned(JsonPath head) throws Exception {
    byte[] key = Base64.getDecoder().decode(setting(OftenTold.PUBLIC));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
    signature.update(
        String.join(
                "\n",
                "customer-service",
                "audit",
                head.getString("position"),
                head.getString("hash"),
                head.getString("at"))
            .getBytes(UTF_8));
    return signature.verify(Base64.getDecoder().decode(head.getString("signature")));
  }
}
