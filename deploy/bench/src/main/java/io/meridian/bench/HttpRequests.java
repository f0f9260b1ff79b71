package io.meridian.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes HTTP/1.1 requests as the bytes that go on the wire, made before the clock starts. */
final class HttpRequests {

  private HttpRequests() {}

  static byte[] post(String host, String path, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder(256);
    head.append("POST ").append(path).append(" HTTP/1.1\r\nHost: ").append(host);
    head.append("\r\nContent-Type: application/json\r\nContent-Length: ").append(body.length);
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    head.append("\r\n\r\n");
    byte[] headBytes = head.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, request, 0, headBytes.length);
    System.arraycopy(body, 0, request, headBytes.length, body.length);
    return request;
  }

  static byte[] get(String host, String path, Map<String, String> headers) {
    StringBuilder head = new StringBuilder(256);
    head.append("GET ").append(path).append(" HTTP/1.1\r\nHost: ").append(host);
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
