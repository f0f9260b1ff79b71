package io.meridian.local.mail;

import java.time.Instant;

/**
 * A mail that has arrived.
 *
 * @param number counts the mails of a folder, from 1
 * @param date when it was sent, as the sender's clock says
 * @param to the address
 * @param recipient the id of the TAM it was meant for; empty when it names none
 * @param text its plain text
 */
public record ReceivedMail(
    long number, Instant date, String to, String recipient, String subject, String text) {

  /** Whether it is to that TAM, by id or address. */
  public boolean isTo(String tam) {
    return recipient.equalsIgnoreCase(tam) || to.equalsIgnoreCase(tam);
  }
}
