package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said where TAMs ask each other to take a shift. */
@MessageBundle("swap")
public interface SwapMessages {

  @Message("Swaps")
  String swaps();

  @Message("Ask somebody to take it…")
  String sheet();

  @Message("Whom do you ask?")
  String whom();

  @Message(
      "They have three days at most. Several may be asked: the first who takes it has it. Until then it is yours.")
  String means();

  @Message("Ask")
  String ask();

  @Message("{name} is asked. Until they take it the shift is yours.")
  String asked(String name);

  @Message("A shift that is taken is in force at once. Ask from the page of a shift of yours.")
  String explained();

  @Message("Nobody is asked at the moment.")
  String none();

  @Message("{asker} asks {asked}")
  String asks(String asker, String asked);

  @Message("open until")
  String openUntil();

  @Message("Take the shift")
  String take();

  @Message("Say no")
  String decline();

  @Message("Take the request back")
  String takeBack();

  @Message("The shift is theirs who took it, from now on.")
  String taken();

  @Message("You said no.")
  String declined();

  @Message("The request is taken back.")
  String takenBack();

  @Message("How others ended")
  String past();

  @Message(
      "{#switch status}{#case 'ACCEPTED'}taken{#case 'DECLINED'}declined{#case 'EXPIRED'}nobody answered in time{#case 'CANCELLED'}taken back{#case}open{/switch}")
  String state(String status);
}
