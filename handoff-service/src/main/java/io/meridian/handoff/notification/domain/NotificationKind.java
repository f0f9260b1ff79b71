package io.meridian.handoff.notification.domain;

/** What a message is for. */
public enum NotificationKind {
  /** To who becomes accountable without having asked for it. */
  ASSIGNED,
  /** To the accountable TAM, and to who takes over: the severity rose to 1 or 2. */
  RAISED,
  /** To who was accountable and off duty: what has risen, or is served otherwise, is another's. */
  PASSED_ON,
  /** To the lead: nobody has acknowledged an escalation of severity 1 or 2 in time. */
  UNACKNOWLEDGED,
  /** To the outgoing TAM: your escalations are being handed over. */
  PREPARE,
  /** To the outgoing TAM shortly before the boundary: the briefing still lacks something. */
  INCOMPLETE,
  /**
   * To the incoming TAM before the shift: this comes to you, and you may accept it now; with what
   * is to be watched, and the note of the outgoing crew.
   */
  INCOMING,
  /** To who is on duty: something new is to be watched. */
  WATCH,
  /** To the lead: nobody of a crew has confirmed what came to it to be watched. */
  WATCH_UNCONFIRMED,
  /** To whoever is asked later: the shift runs already, or somebody was asked before. */
  OFFERED,
  /** To who is asked: the deadline is near. */
  REMINDER,
  /** To the outgoing TAM: somebody said no. */
  DECLINED,
  /** To the outgoing TAM: somebody who may accept asks something. */
  QUERIED,
  /** To who asked: the answer. */
  ANSWERED,
  /** To whom a lead assigned: the read-back is still owed. */
  READ_BACK,
  /** To the owner of an action: whoever took the escalation over did not take it on. */
  ACTION_LEFT,
  /** To the lead: nobody has accepted. */
  UNACCEPTED,
  /**
   * To the lead, the accountable TAM and who was asked to take over: an escalation is not attended.
   */
  GAP_OPENED,
  /** To who was told of the gap: it is over. */
  GAP_CLOSED,
  /** To the leads: there are hours ahead in which nobody will be on duty. */
  COVERAGE_ALARM,
  /** To the lead of the region: who is on duty soon has no channel. */
  UNREACHABLE,
  /** To who asked for it: a channel works. */
  TEST
}
