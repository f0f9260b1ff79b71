package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the board says. */
@MessageBundle("board")
public interface BoardMessages {

  @Message("Now")
  String now();

  @Message("The shifts around now, a row a region")
  String band();

  @Message("{region}: {people}, {when}")
  String shift(String region, String people, String when);

  @Message("nobody")
  String nobody();

  @Message("Shift changes")
  String changes();

  @Message("No shift change is near.")
  String noChange();

  @Message("{taken} of {total} accepted")
  String taken(int taken, int total);

  @Message("planned")
  String planned();

  @Message(
      "{#if count == 0}Everything offered is taken{#else if count == 1}1 not taken yet{#else}{count} not taken yet{/if}")
  String unaccepted(int count);

  @Message("Assign…")
  String assignSheet();

  @Message("{name}, {region}, {tier} now")
  String onDutyNow(String name, String region, String tier);

  @Message("{name}, {region}, from {time}")
  String onDutyLater(String name, String region, String time);

  @Message("Regions")
  String regions();

  @Message("Who has what")
  String accountable();

  @Message("until")
  String until();

  @Message("off; next")
  String off();

  @Message("nobody is on duty")
  String nobodyOn();

  @Message("lead {name}")
  String lead(String name);

  @Message("nothing open")
  String nothingOpen();

  @Message(
      "{#if count == 1}1 escalation is attended by nobody now{#else}{count} escalations are attended by nobody now{/if}")
  String running(long count);

  @Message("Gaps in these hours ({count})")
  String gaps(int count);

  @Message("No gap: everything is or was attended.")
  String noGap();

  @Message("open")
  String open();

  @Message("Coverage")
  String coverage();

  @Message("Next hole")
  String nextHole();

  @Message("No hole within a year that nobody agreed to.")
  String noHole();

  @Message("There is more than is shown here.")
  String incomplete();

  @Message("handoff-service does not answer, so nothing is known of the house right now.")
  String silent();
}
