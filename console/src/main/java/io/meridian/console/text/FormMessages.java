package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the form of a briefing says. */
@MessageBundle("form")
public interface FormMessages {

  @Message("Briefing of {escalation}")
  String briefingOf(String escalation);

  @Message("From the system, always current")
  String facts();

  @Message("How it stands")
  String summary();

  @Message("Last contact with the customer")
  String lastContact();

  @Message("When ({zone} time)")
  String when(String zone);

  @Message("Who spoke")
  String who();

  @Message("What was said")
  String said();

  @Message("What")
  String what();

  @Message("The customer is")
  String moodIs();

  @Message("not known")
  String unknown();

  @Message("Action {number}")
  String action(int number);

  @Message("Owner")
  String owner();

  @Message("Due ({zone} time)")
  String due(String zone);

  @Message("Promise {number}")
  String promise(int number);

  @Message("Next actions")
  String actions();

  @Message("Promises")
  String promises();

  @Message("Risks, one a line")
  String risksLines();

  @Message("Links, one a line")
  String linksLines();

  @Message("Hypotheses, one a line; begin what is ruled out with a minus")
  String hypothesesLines();

  @Message("Save")
  String save();

  @Message("Saved as version {version}.")
  String saved(long version);

  @Message("Nothing was changed.")
  String unchanged();

  @Message("Somebody else changed this meanwhile. Choose what stands; nothing is saved yet.")
  String conflict();

  @Message("Yours")
  String mine();

  @Message("Theirs, as it is now")
  String theirs();

  @Message("Draft, written by nobody yet")
  String draft();

  @Message("Version {version} of {name}")
  String version(long version, String name);

  @Message("This date and time cannot be read.")
  String badTime();
}
