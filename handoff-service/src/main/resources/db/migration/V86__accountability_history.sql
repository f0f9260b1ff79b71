-- What was told about accountability, read back from the log of events: every fact, never changed and never taken out.
-- The recomputation derives ledgers from it (docs/adr/0007-temporal-ledgers.md); nothing else reads it.
create table accountability_fact (
  escalation_id uuid not null,
  -- counts the facts of an escalation, from 1
  revision bigint not null,
  kind text not null,
  opened_at timestamptz not null,
  tam text not null,
  region text not null,
  starts timestamptz not null,
  ends timestamptz,
  basis text not null,
  hold_until timestamptz,
  handoff_id uuid,
  at timestamptz not null,
  primary key (escalation_id, revision)
);
