package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of an escalation says. */
@MessageBundle("escalation")
public interface EscalationMessages {

  @Message("Opened")
  String opened();

  @Message("Acknowledged")
  String acknowledged();

  @Message("Resolved")
  String resolved();

  @Message("Closes by itself")
  String closes();

  @Message("Closed")
  String closed();

  @Message("Worked on")
  String hours();

  @Message(
      "{#if hours == 'FOLLOW_THE_SUN'}around the clock, from region to region{#else}in the hours of its home region{/if}")
  String hoursAre(String hours);

  @Message("Home region")
  String home();

  @Message("Tags")
  String tags();

  @Message("Who has had it")
  String owners();

  @Message("now")
  String now();

  @Message("No gap: somebody attended, or nobody had to.")
  String noGap();

  @Message("{#if count == 1}1 gap{#else}{count} gaps{/if}, {lasting} in all")
  String gaps(int count, String lasting);

  @Message("Timeline")
  String timeline();

  @Message("The timeline is not known right now: escalation-service does not answer.")
  String timelineUnknown();

  @Message("These are the latest; those before are in the API.")
  String more();

  @Message("{before} → {after}")
  String change(String before, String after);
}
