-- Briefings: what timelines say, and every version the outgoing TAM wrote.

-- Replica of the timelines as far as briefings care. Nothing here is ever changed.
create table timeline_fact (
  escalation_id uuid not null,
  revision bigint not null,
  at timestamptz not null,
  actor text not null,
  kind text not null,
  text text,
  note text,
  due timestamptz,
  owner text,
  mood text,
  settles bigint,
  primary key (escalation_id, revision)
);

-- Version 0 is the draft as it stood when it was accepted unedited; edits count from 1.
create table briefing (
  handoff_id uuid not null,
  version bigint not null,
  content text not null,
  written_by text,
  written_at timestamptz not null,
  -- revision of the newest fact on the timeline when it was written
  seen bigint not null,
  primary key (handoff_id, version),
  check ((version = 0) = (written_by is null))
);

-- How far the briefing is, as last looked at: at the preparation, at an edit, at the acceptance. Once accepted, the
-- version that was accepted. Missing are names, separated by commas.
alter table handoff add column briefing_version bigint not null default 0;
alter table handoff add column briefing_missing text not null default '';
