-- A briefing is facts, which are always current, and words, which people write. A version keeps what was written apart
-- from how the whole read then; an edited one goes on following the timeline, and what was accepted is kept beside it.
alter table briefing add column written text;
alter table briefing add column accepted text;
comment on column briefing.content is 'the whole briefing as it read when this version was written, or accepted unedited';
comment on column briefing.written is 'the words of it that the outgoing TAM wrote; null for the draft, and for edits from before words were kept apart';
comment on column briefing.accepted is 'the whole briefing as it read when this edited version was accepted; null before';

-- Replica of what only briefings need of an escalation: long texts, apart from the rows that the ledger works with.
create table escalation_text (
  escalation_id uuid primary key,
  description text,
  url text,
  revision bigint not null
);
insert into escalation_text (escalation_id, url, revision)
select distinct on (escalation_id) escalation_id, text, revision from timeline_fact
where kind = 'OPENED' and note = 'LINK' order by escalation_id, revision desc;

create or replace function evidence_entry(h handoff) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'handoffId', h.id, 'revision', h.revision, 'shiftChangeId', h.shift_change_id,
    'escalationId', h.escalation_id, 'state', h.status,
    'from', jsonb_build_object('tam', h.from_tam, 'region', h.from_region),
    'to', jsonb_build_object('tam', h.to_tam, 'region', h.to_region),
    'boundary', evidence_instant(h.boundary), 'offeredAt', evidence_instant(h.offered_at),
    'acceptBy', evidence_instant(h.accept_by), 'acceptedAt', evidence_instant(h.accepted_at),
    'effectiveFrom', evidence_instant(h.effective_from), 'basis', h.basis, 'readBack', h.read_back,
    'assignedBy', case when h.assigned_by is not null then jsonb_build_object('id', h.assigned_by,
      'name', coalesce((select t.name from tam t where t.id = h.assigned_by), h.assigned_by)) end,
    'actionsLeft', coalesce(h.actions_left, '[]')::jsonb,
    'cancelReason', h.cancel_reason, 'latenessMillis', h.lateness_ms,
    'attempts', h.attempts::jsonb, 'recordedAt', evidence_instant(h.changed_at),
    'briefing', jsonb_build_object('version', h.briefing_version, 'sha256',
      encode(sha256(convert_to(coalesce((select coalesce(b.accepted, b.content) from briefing b
        where b.handoff_id = h.id and b.version = h.briefing_version), h.briefing), 'UTF8')), 'hex')))
$$;
