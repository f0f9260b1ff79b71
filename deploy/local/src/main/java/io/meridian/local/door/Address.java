package io.meridian.local.door;

/**
 * Where somebody listens.
 *
 * @param host a name or an address
 * @param port 1..65535
 */
public record Address(String host, int port) {

  private static final int PORT_MAX = 65_535;

  public Address {
    if (host.isEmpty() || port < 1 || port > PORT_MAX) {
      throw new IllegalArgumentException("no address: " + host + ":" + port);
    }
  }

  /** A port of this machine that no other machine reaches. */
  public static Address loopback(int port) {
    return new Address("127.0.0.1", port);
  }

  /**
   * Reads {@code HOST:PORT}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Address parse(String text) {
    int colon = text.lastIndexOf(':');
    try {
      return new Address(
          text.substring(0, Math.max(colon, 0)), Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no HOST:PORT: " + text, e);
    }
  }
}
