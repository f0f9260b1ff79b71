-- Who, or which token, is let in nowhere: written by handoff-service, by the other services from what it tells. Kept for ever: each
-- is a decision of somebody's.
create table denial (
    id         uuid        primary key,
    subject    text        collate "C",
    token_id   text        collate "C",
    until      timestamptz,
    reason     text        not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    lifted_by  text,
    revision   bigint      not null check (revision > 0),
    changed_at timestamptz not null,
    check ((subject is null) <> (token_id is null))
);
create index denial_subject on denial (subject) where lifted_by is null and subject is not null;
create index denial_token on denial (token_id) where lifted_by is null and token_id is not null;
