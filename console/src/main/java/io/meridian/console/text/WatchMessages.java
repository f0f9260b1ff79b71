package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of watch items and of the notes of shift changes. */
@MessageBundle("watch")
public interface WatchMessages {

  @Message("Keep an eye on ({count})")
  String title(int count);

  @Message("Nothing is to be kept an eye on.")
  String nothing();

  @Message("If it happens:")
  String ifIt();

  @Message("Until")
  String end();

  @Message("watched from")
  String begin();

  @Message("asked for by")
  String by();

  @Message("known to")
  String seenBy();

  @Message("We watch it")
  String confirm();

  @Message("It is known: your crew watches it.")
  String confirmed();

  @Message("It happened…")
  String happened();

  @Message("Severity")
  String severity();

  @Message("Open the escalation")
  String escalate();

  @Message("An escalation is being opened.")
  String escalated();

  @Message("Needs no watching any more")
  String withdraw();

  @Message("It is watched no more.")
  String withdrawn();

  @Message("Have something watched")
  String add();

  @Message("Have something watched…")
  String addSheet();

  @Message("Every crew until its end is told, and one of each confirms it.")
  String explained();

  @Message("Every crew that comes will be told.")
  String added();

  @Message("Customer")
  String customer();

  @Message("The customers are not known right now: customer-service does not answer.")
  String noCustomers();

  @Message("What is to be watched")
  String what();

  @Message("What to do if it happens")
  String whatIf();

  @Message("From ({zone} time); now when left out")
  String from(String zone);

  @Message("Until ({zone} time)")
  String until(String zone);

  @Message("Your note to them")
  String note();

  @Message("Write a note to them…")
  String noteSheet();

  @Message("Save the note")
  String save();

  @Message("The note is saved; who takes over is told.")
  String noteSaved();
}
