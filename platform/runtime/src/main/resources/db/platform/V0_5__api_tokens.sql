-- Tokens by which programs come in: written by handoff-service, by the other services from what it tells. Of a secret only hashes.
create table api_token (
    id             uuid        primary key,
    name           text        not null,
    prefix         text        collate "C" not null unique,
    hash           text        not null,
    previous_hash  text,
    previous_until timestamptz,
    subject        text        collate "C" not null,
    role           text        not null,
    operations     text        not null,
    expires_at     timestamptz not null,
    made_by        text        not null,
    issued_at      timestamptz not null,
    revoked_by     text,
    revision       bigint      not null check (revision > 0),
    changed_at     timestamptz not null,
    last_used_at   timestamptz
);

-- With which of them a program did what was written down; null for people, and for what we do by ourselves.
alter table audit_entry add column token text;
