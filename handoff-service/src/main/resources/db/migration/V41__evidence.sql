-- Evidence of finished handoffs (docs/adr: evidence): written by the transaction that finishes one, whoever
-- wrote it, and sealed into one chain of hashes afterwards. Rows are never changed and never deleted.
create table evidence (
  id bigint generated always as identity primary key,
  handoff_id uuid not null,
  revision bigint not null,
  recorded_at timestamptz not null,
  entry text not null,
  unique (handoff_id, revision)
);

-- hash = SHA-256(previous hash ‖ canonical JSON of the entry); positions count from 1 without a hole.
create table evidence_seal (
  position bigint primary key check (position > 0),
  evidence_id bigint not null unique,
  previous bytea not null check (octet_length(previous) = 32),
  hash bytea not null unique check (octet_length(hash) = 32)
);

-- What is still to be sealed.
create table evidence_unsealed (evidence_id bigint primary key);

create function evidence_instant(at timestamptz) returns text language sql immutable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Who, what, when, the briefing that was accepted and the receiver's own words.
create function evidence_entry(h handoff) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'handoffId', h.id, 'revision', h.revision, 'shiftChangeId', h.shift_change_id,
    'escalationId', h.escalation_id, 'state', h.status,
    'from', jsonb_build_object('tam', h.from_tam, 'region', h.from_region),
    'to', jsonb_build_object('tam', h.to_tam, 'region', h.to_region),
    'boundary', evidence_instant(h.boundary), 'offeredAt', evidence_instant(h.offered_at),
    'acceptBy', evidence_instant(h.accept_by), 'acceptedAt', evidence_instant(h.accepted_at),
    'effectiveFrom', evidence_instant(h.effective_from), 'basis', h.basis, 'readBack', h.read_back,
    'cancelReason', h.cancel_reason, 'latenessMillis', h.lateness_ms,
    'attempts', h.attempts::jsonb, 'recordedAt', evidence_instant(h.changed_at),
    'briefing', jsonb_build_object('version', h.briefing_version, 'sha256',
      encode(sha256(convert_to(coalesce((select b.content from briefing b
        where b.handoff_id = h.id and b.version = h.briefing_version), h.briefing), 'UTF8')), 'hex')))
$$;

create function evidence_record(handoff_id uuid) returns void language plpgsql as $$
begin
  with written as (
    insert into evidence (handoff_id, revision, recorded_at, entry)
    select h.id, h.revision, h.changed_at, evidence_entry(h)::text from handoff h
    where h.id = $1 and h.status in ('ACCEPTED', 'CANCELLED')
    on conflict do nothing returning id)
  insert into evidence_unsealed select id from written;
end
$$;

create function evidence_of_handoff() returns trigger language plpgsql as $$
begin
  perform evidence_record(new.id);
  return null;
end
$$;

-- At the commit: the read-back and the briefing's version are written by then.
create constraint trigger evidence_of_ending after update of status on handoff
  deferrable initially deferred for each row
  when (new.status in ('ACCEPTED', 'CANCELLED') and old.status is distinct from new.status)
  execute function evidence_of_handoff();
create constraint trigger evidence_of_beginning after insert on handoff
  deferrable initially deferred for each row when (new.status in ('ACCEPTED', 'CANCELLED'))
  execute function evidence_of_handoff();

create function evidence_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'evidence is never changed and never deleted' using errcode = 'insufficient_privilege';
end
$$;
create trigger evidence_is_final before update or delete or truncate on evidence
  for each statement execute function evidence_is_final();
create trigger evidence_seal_is_final before update or delete or truncate on evidence_seal
  for each statement execute function evidence_is_final();

-- What finished before there was evidence of it.
select evidence_record(id) from handoff where status in ('ACCEPTED', 'CANCELLED') order by changed_at, id;
