package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What My shift says. */
@MessageBundle("shift")
public interface ShiftMessages {

  @Message("On duty")
  String onDuty();

  @Message("until")
  String until();

  @Message("You are off duty.")
  String offDuty();

  @Message("{#if count == 0}Coming to you{#else}{count} coming to you{/if}")
  String coming(int count);

  @Message("Nothing is coming.")
  String nothingComing();

  @Message("Read")
  String read();

  @Message("{#if count == 1}Accept the SEV3–4{#else}Accept all {count} of SEV3–4{/if}")
  String acceptAll(int count);

  @Message("{#if count == 1}1 question to you{#else}{count} questions to you{/if}")
  String questionsToYou(int count);

  @Message("{#if count == 1}1 question{#else}{count} questions{/if}")
  String openQuestions(long count);

  @Message("Leaving you ({count}): not taken yet")
  String leaving(int count);

  @Message("Brief")
  String brief();

  @Message("Your work ({count})")
  String work(int count);

  @Message("You are accountable for nothing.")
  String noWork();

  @Message("resolved: it rests and closes by itself")
  String resolvedRests();

  @Message("leaves you")
  String leavesYou();

  @Message("handoff-service does not answer, so nothing is known of your shift right now.")
  String silent();

  @Message("with")
  String with();

  @Message("from")
  String from();

  @Message("Next shift")
  String next();

  @Message("The roster knows no shift of yours to come.")
  String noNext();

  @Message("You are on no roster.")
  String noRoster();

  @Message("You take on all actions of the briefing.")
  String takesAll();

  @Message("Already yours ({count})")
  String taken(int count);

  @Message("yours from")
  String yoursFrom();

  @Message("{#if count == 1}1 briefing is incomplete{#else}{count} briefings are incomplete{/if}")
  String briefingsLack(int count);

  @Message("{#if count == 1}1 answer to you{#else}{count} answers to you{/if}")
  String answers(int count);

  @Message("After you")
  String afterYou();

  @Message("✓ reachable")
  String reachable();

  @Message("! no message reaches them")
  String unreachable();

  @Message("Nobody is known to take over.")
  String nobodyAfter();

  @Message("No risk in sight for 7 days.")
  String noRisk();

  @Message("There is more than is shown here.")
  String incomplete();
}
