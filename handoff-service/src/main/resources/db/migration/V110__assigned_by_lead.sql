-- Whom a lead assigns has a state of its own (ASSIGNED_BY_LEAD): accountable without having accepted, with who assigned it
-- and the read-back that is owed until it is given. What was assigned before stays ACCEPTED, as its evidence says.
alter table handoff add column assigned_by text;
-- JSON of the actions that whoever took it did not take on; null when there are none
alter table handoff add column actions_left text;

alter table handoff drop constraint handoff_check;
alter table handoff add constraint handoff_taken_at
  check ((status in ('ACCEPTED', 'ASSIGNED_BY_LEAD')) = (accepted_at is not null and cancel_reason is null)) not valid;
alter table handoff validate constraint handoff_taken_at;
alter table handoff add constraint handoff_assigned_by
  check (status <> 'ASSIGNED_BY_LEAD' or assigned_by is not null) not valid;
alter table handoff validate constraint handoff_assigned_by;

drop index handoff_unfinished;
create unique index handoff_unfinished on handoff (escalation_id)
  where status not in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED');

-- Evidence names who assigned, and what was not taken on; a read-back that is given later is recorded as well.
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
      encode(sha256(convert_to(coalesce((select b.content from briefing b
        where b.handoff_id = h.id and b.version = h.briefing_version), h.briefing), 'UTF8')), 'hex')))
$$;

create or replace function evidence_record(handoff_id uuid) returns void language plpgsql as $$
begin
  with written as (
    insert into evidence (handoff_id, revision, recorded_at, entry)
    select h.id, h.revision, h.changed_at, evidence_entry(h)::text from handoff h
    where h.id = $1 and h.status in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED')
    on conflict do nothing returning id)
  insert into evidence_unsealed select id from written;
end
$$;

drop trigger evidence_of_ending on handoff;
create constraint trigger evidence_of_ending after update of status, read_back on handoff
  deferrable initially deferred for each row
  when (new.status in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED')
    and (old.status is distinct from new.status
      or new.status = 'ASSIGNED_BY_LEAD' and old.read_back is distinct from new.read_back))
  execute function evidence_of_handoff();
drop trigger evidence_of_beginning on handoff;
create constraint trigger evidence_of_beginning after insert on handoff
  deferrable initially deferred for each row
  when (new.status in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED'))
  execute function evidence_of_handoff();
