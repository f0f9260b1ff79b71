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

  @Message("leaves you")
  String leavesYou();

  @Message("handoff-service does not answer, so nothing is known of your shift right now.")
  String silent();
}
