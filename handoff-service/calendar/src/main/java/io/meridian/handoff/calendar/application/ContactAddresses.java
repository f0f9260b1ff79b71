package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.application.CalendarDocument.ChannelEntry;
import io.meridian.handoff.calendar.application.CalendarDocument.TamEntry;
import io.meridian.handoff.calendar.domain.ContactChannel;
import java.net.URI;
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

  private static final String MASK = "***";

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
        mail(tam.email()),
        tam.region(),
        tam.zone(),
        tam.status(),
        tam.skills(),
        tam.languages(),
        channels.stream().map(ContactAddresses::masked).toList(),
        tam.capacity());
  }

  private static ChannelEntry masked(ChannelEntry channel) {
    boolean isMail = ContactChannel.Kind.EMAIL.name().equals(channel.kind());
    return new ChannelEntry(
        channel.kind(),
        isMail ? mail(channel.address()) : url(channel.address()),
        channel.delay(),
        channel.order());
  }

  private static @Nullable String mail(@Nullable String address) {
    return address == null ? null : MASK + address.substring(Math.max(address.indexOf('@'), 0));
  }

  private static @Nullable String url(@Nullable String address) {
    if (address == null) {
      return null;
    }
    URI uri = URI.create(address);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port + "/" + MASK;
  }

  /** Whether the text is what others see of an address. */
  static boolean isMasked(@Nullable String text) {
    return text != null && text.contains(MASK);
  }
}
