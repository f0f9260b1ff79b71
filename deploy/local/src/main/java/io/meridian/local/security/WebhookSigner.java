package io.meridian.local.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as Standard Webhooks ask: HMAC-SHA256 over {@code id.timestamp.body}. */
public final class WebhookSigner {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  private final SecretKey key;

  /**
   * @param secret {@code whsec_} and base64, as an integration gets it
   */
  public WebhookSigner(String secret) {
    String base64 = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    this.key = new SecretKeySpec(Base64.getDecoder().decode(base64), ALGORITHM);
  }

  /**
   * The header {@code webhook-signature}.
   *
   * @param id header {@code webhook-id}
   * @param timestamp header {@code webhook-timestamp}, seconds since 1970
   */
  public String sign(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
