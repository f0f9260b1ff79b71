-- Shift changes, handoffs and the engine's timers (docs/adr/0006-shift-change-engine.md).
-- All times are domain instants in whole milliseconds.

-- What is to be done when: rows live until they were processed, so a restart finds what it missed. Only the leader
-- takes them, in the order of due_at and kind, each in a transaction that its fencing term guards.
create table timer (
  due_at timestamptz not null,
  kind text not null,
  primary key (due_at, kind)
);

-- One row for each moment at which somebody's duty ends; its id is derived from regions, boundary and incoming start.
create table shift_change (
  id uuid primary key,
  from_region text not null,
  to_region text not null,
  boundary timestamptz not null,
  incoming_shift uuid not null,
  incoming_start timestamptz not null,
  incoming_end timestamptz not null,
  incoming_primary text,
  incoming_secondary text,
  prepare_at timestamptz not null,
  accept_by timestamptz not null,
  -- when it really was prepared, and how much later than due
  prepared_at timestamptz not null,
  lateness_ms bigint not null
);
create index shift_change_boundary on shift_change (boundary, id);

-- One escalation offered at a shift change; its id is derived from both. No foreign keys: a shift change writes
-- thousands of rows at once, and the transaction that writes them wrote what they refer to.
create table handoff (
  id uuid primary key,
  shift_change_id uuid not null,
  escalation_id uuid not null,
  from_tam text not null,
  from_region text not null,
  to_tam text,
  to_region text not null,
  status text not null,
  boundary timestamptz not null,
  incoming_start timestamptz not null,
  -- the deadline of an offer made in time; accept_by is the one that holds
  lawful_accept_by timestamptz not null,
  offered_at timestamptz,
  accept_by timestamptz,
  accepted_at timestamptz,
  effective_from timestamptz,
  basis text,
  read_back text,
  cancel_reason text,
  attempts text not null,
  lateness_ms bigint not null,
  briefing text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- the instant as of which the engine last decided about it
  as_of timestamptz not null,
  revision bigint not null,
  check ((status = 'ACCEPTED') = (accepted_at is not null and cancel_reason is null)),
  check ((status = 'CANCELLED') = (cancel_reason is not null)),
  check (status in ('DRAFTED', 'WAITING_FOR_COVERAGE', 'CANCELLED') or to_tam is not null)
) with (fillfactor = 70);
-- At most one unfinished handoff of an escalation.
create unique index handoff_unfinished on handoff (escalation_id) where status not in ('ACCEPTED', 'CANCELLED');
create index handoff_of_escalation on handoff (escalation_id, boundary);
create index handoff_of_shift_change on handoff (shift_change_id);
create index handoff_boundary on handoff (boundary, id);
create index handoff_to on handoff (to_tam, boundary, id);
create index handoff_deadline on handoff (accept_by) where status = 'OFFERED';

-- Questions an incoming TAM asks before accepting, and the outgoing TAM's answers.
create table handoff_query (
  handoff_id uuid not null,
  number int not null,
  asked_by text not null,
  question text not null,
  asked_at timestamptz not null,
  answered_by text,
  answer text,
  answered_at timestamptz,
  primary key (handoff_id, number),
  check ((answer is null) = (answered_at is null))
);
