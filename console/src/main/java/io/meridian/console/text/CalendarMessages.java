package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the calendar says. */
@MessageBundle("calendar")
public interface CalendarMessages {

  @Message("Calendar")
  String calendar();

  @Message("Before")
  String previous();

  @Message("After")
  String next();

  @Message("Today")
  String today();

  @Message("today")
  String todayWord();

  @Message("How to look at it")
  String views();

  @Message("{#switch word}{#case 'month'}Month{#case 'lanes'}Week{#case}Agenda{/switch}")
  String view(String word);

  @Message("Whose shifts")
  String regions();

  @Message("All")
  String allRegions();

  @Message("Mine")
  String mine();

  @Message("Days and times of {zone}")
  String inZone(String zone);

  @Message("nobody")
  String nobody();

  @Message("you")
  String you();

  @Message("yours")
  String yours();

  @Message("held")
  String held();

  @Message("public holiday")
  String holiday();

  @Message("changed by hand")
  String changed();

  @Message("clocks change")
  String clocks();

  @Message("Primary")
  String primary();

  @Message("Secondary")
  String secondary();

  @Message("{region}: {who}, {when}")
  String block(String region, String who, String when);

  @Message("Who is on, and why")
  String why();

  @Message("Why")
  String whySo();

  @Message("By revision {revision} of the calendar")
  String byRevision(long revision);

  @Message("No shift in this time.")
  String empty();

  @Message("There is more than is shown here.")
  String incomplete();

  @Message("handoff-service does not answer, so nothing is known of the calendar right now.")
  String silent();

  @Message("Leave and changes by hand")
  String changes();

  @Message("Your leave")
  String leave();

  @Message("Leave of others")
  String leaves();

  @Message("Leave of somebody…")
  String leaveOf();

  @Message("Enter leave…")
  String enterSheet();

  @Message("Whose leave")
  String whose();

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

  @Message("What differs from the calendar in force ({count})")
  String entries(int count);

  @Message(
      "{#switch change}{#case 'ADDED'}new: {list} {id}{#case 'REMOVED'}gone: {list} {id}{#case}changed: {list} {id}{/switch}")
  String entry(String change, String list, String id);

  @Message("Reason (may be left out)")
  String reason();

  @Message("Enter it")
  String enter();

  @Message("{save} with the hole")
  String withHole(String save);

  @Message(
      "Somebody changed the calendar meanwhile, and nothing was done. This is what it would change now.")
  String meanwhile();

  @Message("It is entered, and in force. The leads are told of a hole within two weeks.")
  String entered();

  @Message("Changes by hand")
  String overrides();

  @Message("Change who is on")
  String override();

  @Message("Change who is on…")
  String overrideSheet();

  @Message("Who goes")
  String goes();

  @Message("Who comes")
  String comes();

  @Message("It is entered, and in force.")
  String overrideEntered();

  @Message("{name} is on leave")
  String onLeave(String name);

  @Message("{by} instead of {replaced}")
  String replaces(String by, String replaced);

  @Message("{name} comes on")
  String adds(String name);

  @Message("{name} goes off")
  String takesOff(String name);

  @Message("{start} – {end}")
  String stretch(String start, String end);

  @Message("{name}, {region}")
  String personIn(String name, String region);

  @Message("There is none to come.")
  String noEntry();

  @Message("Take away…")
  String removeSheet();

  @Message("Take it away")
  String remove();

  @Message("Take it away?")
  String removal();

  @Message("It is taken away.")
  String removed();

  @Message("Take the change by hand back…")
  String undo();

  @Message("In your calendar application")
  String subscribe();

  @Message("The calendar as a document")
  String document();

  @Message(
      "Everything, as JSON. Edit it here, or keep the file under version control and use ./meridian calendar diff and apply, which read YAML too and take documents of any size.")
  String documentIs();

  @Message("Download it")
  String download();

  @Message("The document (here 64 kB at most)")
  String documentText();

  @Message("Put it in force")
  String apply();

  @Message("Put it in force with the hole")
  String applyWithHole();

  @Message("The calendar is in force as the document says.")
  String applied();

  @Message(
      "Somebody changed the calendar meanwhile, and nothing was done. What differs now, their changes included, is below: put into your document what you want to keep of theirs.")
  String documentMeanwhile();

  @Message("Line {line}, column {column}: this is no JSON.")
  String unreadable(int line, int column);
}
