package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What My shift, a handoff and its briefing say. */
@MessageBundle("handoff")
public interface HandoffMessages {

  // --- who to whom, and how it stands ---

  @Message("You")
  String you();

  @Message("nobody yet")
  String nobody();

  @Message("{name} ({region})")
  String personIn(String name, String region);

  @Message("to be accepted")
  String acceptBy();

  @Message("Draft: it is offered when the incoming shift is near")
  String drafted();

  @Message("Waits for somebody on duty in the incoming region")
  String waiting();

  @Message("The lead is asked")
  String atLead();

  @Message("Accepted by {name}")
  String acceptedBy(String name);

  @Message("Assigned to {name} by {lead}")
  String assignedTo(String name, String lead);

  @Message("assigned, not read back")
  String owed();

  @Message("No longer needed")
  String cancelled();

  @Message("{name} declined: {reason}")
  String declinedBy(String name, String reason);

  @Message(
      "Rests since {start}: {#if cause == 'RESOLVED'}it is resolved{#else}it lives in {home}, and it is not its hours there{/if}. Nobody is expected to act.")
  String rests(String start, String cause, String home);

  @Message(
      "Rested from {start} to {end}: {#if cause == 'RESOLVED'}it was resolved{#else}it lives in {home}, and it was not its hours there{/if}. Nobody was expected to act then.")
  String rested(String start, String end, String cause, String home);

  @Message("{who} is accountable since {time}.")
  String accountableSince(String who, String time);

  @Message("{name} attends to it until {time}, on duty or not.")
  String attendsUntil(String name, String time);

  @Message("Nobody is accountable.")
  String nobodyAccountable();

  @Message("Who is accountable is not known right now: handoff-service does not answer.")
  String accountableUnknown();

  // --- the briefing ---

  @Message("Next due")
  String nextDue();

  @Message("promised")
  String promised();

  @Message("SLA")
  String sla();

  @Message("Nothing is due.")
  String nothingDue();

  @Message("Stands")
  String stands();

  @Message("Why this severity")
  String why();

  @Message("To do")
  String toDo();

  @Message("by")
  String by();

  @Message("Risks")
  String risks();

  @Message("Ruled out")
  String ruledOut();

  @Message("May be the cause")
  String suspected();

  @Message("Customer")
  String customer();

  @Message("last spoken")
  String lastSpoken();

  @Message("Tell")
  String tell();

  @Message("Ticket")
  String ticket();

  @Message("Links")
  String links();

  @Message("Described as")
  String description();

  @Message("Timeline ({count})")
  String timeline(int count);

  @Message("not written")
  String notWritten();

  @Message("Ask {name} for it")
  String askFor(String name);

  @Message("Please add to the briefing: {what}.")
  String askingFor(String what);

  @Message("Missing: {what}")
  String missing(String what);

  @Message("Briefing complete")
  String complete();

  @Message(
      "{#switch mood}{#case 'CALM'}calm{#case 'CONCERNED'}concerned{#case 'ANGRY'}angry{#case}{mood}{/switch}")
  String mood(String mood);

  // --- answers ---

  @Message("Accept")
  String accept();

  @Message("Accept…")
  String acceptSheet();

  @Message("Read back…")
  String readBackSheet();

  @Message("I have it")
  String haveIt();

  @Message("What do you take on?")
  String takes();

  @Message("What is not ticked stays with its owner, who is told.")
  String takesLeft();

  @Message("In your words: what is it, and what do you do first?")
  String readBack();

  @Message("You are accountable from")
  String accountableFrom();

  @Message("Ask")
  String ask();

  @Message("Your question to {name}")
  String question(String name);

  @Message("Send")
  String send();

  @Message("Answer")
  String answer();

  @Message("Decline")
  String decline();

  @Message("Why not you?")
  String reason();

  @Message("The next candidate is asked, after the last the lead.")
  String declineMeans();

  @Message("Questions")
  String questions();

  @Message("Assign")
  String assign();

  @Message("Whom? Their id, e.g. tam-kim")
  String whom();

  @Message("Whom?")
  String whomOf();

  @Message("Why them?")
  String whyThem();

  @Message("Take over")
  String takeOver();

  @Message("You become accountable at once, and whoever was is told.")
  String takeOverMeans();

  @Message("Hold until…")
  String hold();

  @Message("Until when do you go on attending to it? ({zone} time)")
  String holdUntil(String zone);

  @Message("Hold")
  String holdIt();

  @Message("Write the briefing")
  String brief();

  @Message("Read back:")
  String readBackWas();

  // --- what became of it ---

  @Message("{escalation} is yours from {time}. {name} has been told.")
  String yours(String escalation, String time, String name);

  @Message("{#if count == 1}1 handoff is yours.{#else}{count} handoffs are yours.{/if}")
  String manyYours(long count);

  @Message(
      "{#if count == 1}1 was refused: {why}{#else}{count} were refused, the first since: {why}{/if}")
  String manyRefused(long count, String why);

  @Message("You declined {escalation}.")
  String declined(String escalation);

  @Message("Your question is with {name}.")
  String asked(String name);

  @Message("Your answer is sent.")
  String answered();

  @Message("{escalation} is assigned.")
  String assigned(String escalation);

  @Message("{escalation} is yours. Whoever had it has been told.")
  String tookOver(String escalation);

  @Message("You attend to {escalation} until {time}.")
  String held(String escalation, String time);

  @Message(
      "{#switch state}{#case 'OFFERED'}{#case 'DRAFTED'}draft{#case 'WAITING_FOR_COVERAGE'}waits for somebody on duty{#case 'ESCALATED_TO_LEAD'}the lead is asked{#case 'ACCEPTED'}accepted ✓{#case 'ASSIGNED_BY_LEAD'}assigned{#case}no longer needed{/switch}")
  String stateOf(String state);

  @Message(
      "{#switch code}{#case 'SEVERITY_REASON'}why it has this severity{#case 'SUMMARY'}how it stands{#case 'CUSTOMER_CONTACT'}when the customer was last spoken with{#case 'ACTION'}what is to be done next{#case 'ACTION_OWNER'}who does each action{#case 'ACTION_DUE'}until when each action is to be done{#case 'PROMISE_DUE'}until when each promise is to be kept{#case 'STAKEHOLDER'}who wants to be told{#case}{code}{/switch}")
  String part(String code);
}
