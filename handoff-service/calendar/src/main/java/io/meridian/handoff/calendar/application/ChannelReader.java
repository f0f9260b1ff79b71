package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.AddressForm;
import io.meridian.handoff.calendar.domain.ContactChannel;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads how a TAM can be reached. */
final class ChannelReader {

  private static final Duration DELAY_MAX = Duration.ofHours(24);
  private static final int ORDER_MAX = 100;

  private ChannelReader() {}

  /**
   * @param place in the list of channels, from 1
   */
  static ContactChannel read(
      Fields fields, String at, CalendarDocument.ChannelEntry entry, int place) {
    ContactChannel.Kind kind =
        fields.choice(at + "/kind", entry.kind(), ContactChannel.Kind.class, null);
    String address = fields.text(at + "/address", entry.address());
    if (!isMasked(fields, at + "/address", address)
        && !address.isEmpty()
        && entry.kind() != null
        && !kind.form().fits(address)) {
      fields.refuse(at + "/address", "malformed", "must be " + kind.form().inWords());
    }
    return new ContactChannel(
        kind,
        address,
        delay(fields, at + "/delay", entry.delay()),
        fields.number(at + "/order", entry.order(), 1, ORDER_MAX, Math.min(place, ORDER_MAX)));
  }

  /** A TAM's own mail address, which may be absent. */
  static @Nullable String mailAddress(Fields fields, String at, @Nullable String given) {
    String address = fields.optionalText(at, given);
    if (address != null
        && !isMasked(fields, at, address)
        && !address.isEmpty()
        && !AddressForm.MAIL.fits(address)) {
      fields.refuse(at, "malformed", "must be " + AddressForm.MAIL.inWords());
    }
    return address;
  }

  /** Refuses what is shown to those who may not see an address. */
  static boolean isMasked(Fields fields, String at, @Nullable String address) {
    boolean masked = ContactAddresses.isMasked(address);
    if (masked) {
      fields.refuse(at, "masked", "is masked: read it as a manager, or as the TAM");
    }
    return masked;
  }

  private static Duration delay(Fields fields, String at, @Nullable String value) {
    if (value == null) {
      return Duration.ZERO;
    }
    try {
      Duration delay = Duration.parse(fields.text(at, value));
      if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
        fields.refuse(at, "out-of-range", "must be between PT0S and PT24H");
      }
      return delay;
    } catch (DateTimeException e) {
      fields.refuse(at, "malformed", "must be a duration as PT5M");
      return Duration.ZERO;
    }
  }
}
