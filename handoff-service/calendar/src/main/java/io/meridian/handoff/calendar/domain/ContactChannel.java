package io.meridian.handoff.calendar.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;

/**
 * A way to reach a TAM.
 *
 * @param address a mail address, or the URL to which messages of the kind are posted
 * @param delay how long after the first channel this one is tried, not negative
 * @param order smaller is tried earlier; equal is tried at once
 */
public record ContactChannel(Kind kind, String address, Duration delay, int order) {

  /** The order in which channels are tried. */
  static final Comparator<ContactChannel> ORDER =
      Comparator.comparingInt(ContactChannel::order).thenComparing(ContactChannel::delay);

  /** Names the channel without its address, which may hold a secret: the same for the same. */
  public UUID way() {
    return UUID.nameUUIDFromBytes((kind + "\n" + address).getBytes(StandardCharsets.UTF_8));
  }

  /** What kind of message the channel takes. */
  public enum Kind {
    EMAIL(AddressForm.MAIL),
    SLACK(AddressForm.URL),
    TEAMS(AddressForm.URL),
    /** A signed JSON message to any URL. */
    WEBHOOK(AddressForm.URL);

    private final AddressForm form;

    Kind(AddressForm form) {
      this.form = form;
    }

    /** What its addresses look like. */
    public AddressForm form() {
      return form;
    }
  }
}
