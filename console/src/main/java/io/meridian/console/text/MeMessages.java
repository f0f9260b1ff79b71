package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What Me says. */
@MessageBundle("me")
public interface MeMessages {

  @Message("You are")
  String id();

  @Message("Name")
  String name();

  @Message("You manage")
  String manages();

  @Message("Region")
  String region();

  @Message("Times are shown in")
  String zone();

  @Message("How you are told")
  String channels();

  @Message("The calendar has no entry of you, or does not answer.")
  String noEntry();

  @Message("By mail alone: your entry in the calendar names no channel.")
  String byMail();

  @Message("Send me a test")
  String test();

  @Message("Taken by the provider; whether it arrived only you can see:")
  String taken();

  @Message("Not sent:")
  String notSent();

  @Message("Keys")
  String keys();

  @Message(
      "g and a letter goes to a screen, j and k move, a letter opens what bears it (a accept, q ask, d decline, e edit), Esc closes, Ctrl+Enter sends. A letter never commits.")
  String keysAre();

  @Message("Switch keys off")
  String keysOff();

  @Message("Switch keys on")
  String keysOn();

  @Message("Your shifts in your calendar")
  String calendar();

  @Message("A secret address to which a calendar application subscribes. Google may lag by a day.")
  String calendarIs();

  @Message("This is shown once. Copy it into your calendar application, as one to subscribe to:")
  String once();

  @Message("Make an address")
  String makeLink();

  @Message("Your shifts")
  String ownShifts();

  @Message("All shifts")
  String allShifts();

  @Message("Shifts of {subject}")
  String shiftsOf(String subject);

  @Message("made")
  String made();

  @Message("Give it another address")
  String reset();

  @Message("Revoke it")
  String revoke();

  @Message("The address is found no more.")
  String revoked();
}
