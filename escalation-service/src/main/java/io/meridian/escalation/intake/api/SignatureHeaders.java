package io.meridian.escalation.intake.api;

import io.meridian.escalation.integration.application.SignedMessage;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** The headers of Standard Webhooks; without them a message is not believed. */
public class SignatureHeaders {
  @Parameter(
      description = "Names the message, however often it is delivered: printable ASCII",
      example = "msg_p5jXN8AQM9LWM0D4loKWxJek")
  @RestHeader("webhook-id")
  @Nullable String id;

  @Parameter(description = "Seconds since 1970, at most 5 minutes from now", example = "1614265330")
  @RestHeader("webhook-timestamp")
  @Nullable String timestamp;

  @Parameter(
      description = "HMAC-SHA256 over id.timestamp.body; several separated by spaces",
      example = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  @RestHeader("webhook-signature")
  @Nullable String signature;

  @Context @Nullable HttpServerRequest request;

  /** The address that it came from, beyond proxies that are trusted. */
  String peer() {
    return request == null ? "" : request.remoteAddress().hostAddress();
  }

  SignedMessage of(byte[] body) {
    return new SignedMessage(id, timestamp, signature, body);
  }
}
