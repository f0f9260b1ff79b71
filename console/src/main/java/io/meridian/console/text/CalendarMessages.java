package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the calendar says. */
@MessageBundle("calendar")
public interface CalendarMessages {

  @Message("Calendar")
  String calendar();

  @Message("Month before")
  String previous();

  @Message("Month after")
  String next();

  @Message("Regions")
  String regions();

  @Message("Days and times of {zone}")
  String inZone(String zone);

  @Message("today")
  String today();

  @Message("nobody")
  String nobody();

  @Message("you")
  String you();

  @Message("public holiday")
  String holiday();

  @Message("changed by hand")
  String changed();

  @Message("Why?")
  String why();

  @Message("No shift in this month.")
  String empty();

  @Message("There is more than is shown here.")
  String incomplete();

  @Message("handoff-service does not answer, so nothing is known of the calendar right now.")
  String silent();

  @Message("Your leave")
  String leave();

  @Message("Enter leave…")
  String enterSheet();

  @Message("From ({zone} time)")
  String from(String zone);

  @Message("Until ({zone} time)")
  String until(String zone);

  @Message("Show what it would change")
  String preview();

  @Message("Nothing is entered yet.")
  String notYet();

  @Message(
      "{#if count == 0}It makes no hole.{#else if count == 1}It makes a hole{#else}It makes {count} kinds of hole{/if}")
  String holes(int count);

  @Message("It heals")
  String healed();

  @Message("To think about")
  String warnings();

  @Message("Shifts that change ({count})")
  String shifts(int count);

  @Message("It touches no shift.")
  String noShift();

  @Message("Reason (may be left out)")
  String reason();

  @Message("Enter it")
  String enter();

  @Message("Enter it with the hole")
  String enterWithHole();

  @Message("Your leave is entered, and is in force.")
  String entered();
}
