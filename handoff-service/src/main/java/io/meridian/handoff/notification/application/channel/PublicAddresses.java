package io.meridian.handoff.notification.application.channel;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of the public internet from all others. */
final class PublicAddresses {
  /** First address and prefix length of every special block of IPv4 (IANA registry). */
  private static final int[][] SPECIAL = {
    {0x00000000, 8}, // this network
    {0x0A000000, 8}, // private
    {0x64400000, 10}, // shared by carriers
    {0x7F000000, 8}, // loopback
    {0xA9FE0000, 16}, // link local, metadata services
    {0xAC100000, 12}, // private
    {0xC0000000, 24}, // protocol assignments
    {0xC0000200, 24}, // documentation
    {0xC0586300, 24}, // 6to4 relays
    {0xC0A80000, 16}, // private
    {0xC6120000, 15}, // benchmarks
    {0xC6336400, 24}, // documentation
    {0xCB007100, 24}, // documentation
    {0xE0000000, 4}, // multicast
    {0xF0000000, 4}, // reserved, broadcast
  };

  private PublicAddresses() {}

  /**
   * Whether the address is a public one. IPv4 inside IPv6 (mapped, compatible, 6to4, NAT64, Teredo)
   * is refused as a whole, except the mapped form, which is judged as IPv4.
   */
  static boolean contains(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> isPublic(four.getAddress());
      case Inet6Address six -> isPublic6(six.getAddress());
      default -> false;
    };
  }

  private static boolean isPublic(byte[] bytes) {
    int value =
        (bytes[0] & 255) << 24 | (bytes[1] & 255) << 16 | (bytes[2] & 255) << 8 | bytes[3] & 255;
    for (int[] block : SPECIAL) {
      int mask = -1 << (32 - block[1]);
      if ((value & mask) == block[0]) {
        return false;
      }
    }
    return true;
  }

  /** Global unicast is 2000::/3; some blocks in it are not for the public. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 255) << 8 | bytes[1] & 255;
    int second = (bytes[2] & 255) << 8 | bytes[3] & 255;
    boolean global = (first & 0xE000) == 0x2000;
    boolean sixToFour = first == 0x2002;
    boolean protocol = first == 0x2001 && second < 0x0200; // Teredo, ORCHID, benchmarks
    boolean documentation = first == 0x2001 && second == 0x0DB8 || first == 0x3FFF;
    return global && !sixToFour && !protocol && !documentation;
  }
}
