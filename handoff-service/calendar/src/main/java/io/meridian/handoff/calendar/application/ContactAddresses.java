package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.application.CalendarDocument.ChannelEntry;
import io.meridian.handoff.calendar.application.CalendarDocument.TamEntry;
import io.meridian.handoff.calendar.domain.AddressForm;
import io.meridian.handoff.calendar.domain.ContactChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What others see of the addresses at which a TAM is reached: the mail domain, or the host of a
 * URL, whose path is often a secret. What is masked is refused where an address is expected, so
 * that nobody puts it in force.
 */
public final class ContactAddresses {

  private ContactAddresses() {}

  /** The document with the addresses of those TAMs masked whose ids do not pass. */
  public static CalendarDocument masked(CalendarDocument document, Predicate<String> isShown) {
    List<TamEntry> tams = Objects.requireNonNullElse(document.tams(), List.of());
    return document.withTams(
        tams.stream()
            .map(tam -> isShown.test(String.valueOf(tam.id())) ? tam : masked(tam))
            .toList());
  }

  /** The TAM with all addresses masked. */
  public static TamEntry masked(TamEntry tam) {
    List<ChannelEntry> channels = Objects.requireNonNullElse(tam.channels(), List.of());
    return new TamEntry(
        tam.id(),
        tam.name(),
        masked(AddressForm.MAIL, tam.email()),
        tam.region(),
        tam.zone(),
        tam.status(),
        tam.skills(),
        tam.languages(),
        channels.stream().map(ContactAddresses::masked).toList(),
        tam.capacity());
  }

  private static ChannelEntry masked(ChannelEntry channel) {
    return new ChannelEntry(
        channel.kind(),
        masked(form(channel.kind()), channel.address()),
        channel.delay(),
        channel.order());
  }

  private static AddressForm form(@Nullable String kind) {
    return Arrays.stream(ContactChannel.Kind.values())
        .filter(known -> known.name().equals(kind))
        .findFirst()
        .map(ContactChannel.Kind::form)
        .orElse(AddressForm.URL);
  }

  private static @Nullable String masked(AddressForm form, @Nullable String address) {
    return address == null ? null : form.masked(address);
  }

  /** Whether the text is what others see of an address. */
  static boolean isMasked(@Nullable String text) {
    return text != null && text.contains(AddressForm.MASK);
  }
}
