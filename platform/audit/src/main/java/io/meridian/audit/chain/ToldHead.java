package io.meridian.audit.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.audit.domain.Head;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A head as it is told to the broker: what was sealed by then can no longer be changed unnoticed.
 *
 * @param hash 64 hexadecimal digits
 * @param signature Ed25519 over {@link #signed}, as base64; null where the service has no key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToldHead(
    String service,
    String chain,
    long position,
    String hash,
    Instant at,
    @Nullable String signature) {

  static ToldHead of(String service, String chain, Head head, Instant at) {
    return new ToldHead(service, chain, head.position(), head.hash().hex(), at, null);
  }

  ToldHead with(@Nullable String signed) {
    return new ToldHead(service, chain, position, hash, at, signed);
  }

  /** What is signed: all of it, one after the other, each on a line. */
  public String signed() {
    return String.join("\n", service, chain, Long.toString(position), hash, at.toString());
  }
}
