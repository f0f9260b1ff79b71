-- Who changed what: one row for each object that an act changed, written in the transaction of the change. Rows are never changed and
-- never deleted. Ordered by (txid, id): a transaction's rows stand together, and one that has not ended yet comes after those that have.
create table audit_entry (
    txid        bigint      not null default (pg_current_xact_id()::text::bigint),
    id          bigint      generated always as identity,
    at          timestamptz not null,
    actor_kind  text        not null,
    actor       text        collate "C" not null,
    roles       text        not null,
    what        text        collate "C" not null,
    object_kind text        collate "C" not null,
    object_id   text        collate "C" not null,
    before      bytea       check (octet_length(before) = 32),
    after       bytea       check (octet_length(after) = 32),
    reason      text,
    trace       text,
    primary key (txid, id)
);
create index audit_entry_object on audit_entry (object_id, object_kind, id);

-- hash = SHA-256(previous hash ‖ the block's bytes): all entries from the seal before up to transaction "until", which is not in it.
-- Positions count from 1 without a hole.
create table audit_seal (
    position bigint primary key check (position > 0),
    until    bigint not null unique,
    previous bytea  not null check (octet_length(previous) = 32),
    hash     bytea  not null unique check (octet_length(hash) = 32)
);

create function audit_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is never changed and never deleted' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_is_final before update or delete or truncate on audit_entry
  for each statement execute function audit_is_final();
create trigger audit_seal_is_final before update or delete or truncate on audit_seal
  for each statement execute function audit_is_final();
