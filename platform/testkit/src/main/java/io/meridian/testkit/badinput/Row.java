package io.meridian.testkit.badinput;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What cannot be told from an endpoint's description: things that exist, and what is special. */
public final class Row {
  private static final int BODY_BYTES_MAX = 256 << 10;

  private final Map<String, String> path = new HashMap<>();
  private final Map<Fault, Integer> statuses = new EnumMap<>(Fault.class);
  private final Map<String, String> tokens = new HashMap<>();
  private String query = "";
  private @Nullable String body;
  private @Nullable String etag;
  private int bodyBytesMax = BODY_BYTES_MAX;

  Row() {}

  /** The value of a path parameter, where a made-up one will not do. */
  public Row path(String name, String value) {
    path.put(name, value);
    return this;
  }

  /** A body that would be taken, were the rest of the request good. */
  public Row body(String json) {
    body = json;
    return this;
  }

  /** The entity tag of what exists, where it is looked at before the body. */
  public Row etag(String value) {
    etag = value;
    return this;
  }

  /** The endpoint takes bodies of this length. */
  public Row bodyBytesMax(int bytes) {
    bodyBytesMax = bytes;
    return this;
  }

  /** The query with which access is asked for, like {@code dryRun=true}. */
  public Row query(String text) {
    query = "?" + text;
    return this;
  }

  /** Somebody else than elsewhere has this relation to what the endpoint is about. */
  public Row as(String relation, String token) {
    tokens.put(relation, token);
    return this;
  }

  /**
   * The endpoint answers this fault otherwise than all others do.
   *
   * @param status what it must answer; 0 when the fault is none here
   */
  public Row answers(Fault fault, int status) {
    statuses.put(fault, status);
    return this;
  }

  int status(Fault fault) {
    return statuses.getOrDefault(fault, fault.status());
  }

  int bodyBytesMax() {
    return bodyBytesMax;
  }

  /** The body that would be taken, or an empty object. */
  String body() {
    return body == null ? "{}" : body;
  }

  /** With its question mark, or empty. */
  String query() {
    return query;
  }

  /** The token of whoever has the relation here. */
  String token(String relation, String elsewhere) {
    return tokens.getOrDefault(relation, elsewhere);
  }

  @Nullable String etag() {
    return etag;
  }

  @Nullable String path(String name) {
    return path.get(name);
  }
}
