package io.meridian.local.security;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Secrets of a new house, as variables: made anew at each call, kept by whoever asked. */
public final class HouseSecrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private HouseSecrets() {}

  /** By the names that {@code deploy/compose/compose.yaml} reads. */
  public static Map<String, String> generate() {
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("MERIDIAN_DB_PASSWORD", random(18, Base64.getUrlEncoder()));
    for (String user : List.of("ADMIN", "CUSTOMER", "ESCALATION", "HANDOFF", "METRICS")) {
      secrets.put("MERIDIAN_KAFKA_" + user + "_PASSWORD", random(18, Base64.getUrlEncoder()));
    }
    secrets.put("MERIDIAN_SEALING_KEY", random(32, Base64.getEncoder()));
    KeyPair pair = SigningKey.generate();
    secrets.put("MERIDIAN_JWT_PUBLIC_KEY", encode(pair.getPublic().getEncoded()));
    secrets.put("MERIDIAN_JWT_PRIVATE_KEY", encode(pair.getPrivate().getEncoded()));
    KeyPair audit = AuditKey.generate();
    secrets.put("MERIDIAN_AUDIT_SIGNING_KEY", encode(audit.getPrivate().getEncoded()));
    secrets.put("MERIDIAN_AUDIT_PUBLIC_KEY", encode(audit.getPublic().getEncoded()));
    return secrets;
  }

  private static String random(int bytes, Base64.Encoder encoder) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return encoder.encodeToString(random);
  }

  private static String encode(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }
}
