package io.meridian.handoff.calendar.api;

import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.ContactAddresses;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows how TAMs are reached to managers and to the TAM; to others masked. */
@ApplicationScoped
public class ContactDetails {

  /** For descriptions of what shows TAMs. */
  public static final String WORDS =
      " E-mail and channel addresses are shown to managers and the TAM; others see the mail domain or the host, the rest masked.";

  private final Caller caller;

  ContactDetails(Caller caller) {
    this.caller = caller;
  }

  /** The calendar as the caller may see it. */
  public CalendarDocument of(Calendar calendar) {
    return ContactAddresses.masked(CalendarDocument.of(calendar), this::isShown);
  }

  /** Whether the caller may see how the TAM is reached. */
  public boolean isShown(String tam) {
    return caller.is(Role.MANAGER) || caller.id().equals(tam);
  }
}
