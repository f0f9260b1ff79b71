-- What people say: ESC-1001, ESC-1002, …; a number is never used again.
create sequence escalation_number start 1001;

-- external_system scopes external_id: what the caller of POST /escalations names, or
-- '<kind>:<integration id>' for tickets of an intake (ADR 8).
-- fillfactor: changes stay on their page, since no index but the partial one holds what changes.
create table escalation (
    id               uuid        primary key,
    number           bigint      not null unique,
    title            text        not null,
    description      text        not null,
    severity         text        not null check (severity in ('SEV1', 'SEV2', 'SEV3', 'SEV4')),
    status           text        not null check (status in ('OPEN', 'ACKNOWLEDGED', 'RESOLVED', 'CLOSED')),
    customer_id      uuid,
    tags             text[]      not null,
    external_system  text,
    external_id      text,
    external_version bigint,
    external_url     text,
    ticket           text,
    created_at       timestamptz not null,
    opened_at        timestamptz not null,
    acknowledged_by  text,
    acknowledged_at  timestamptz,
    resolved_at      timestamptz,
    closed_at        timestamptz,
    revision         bigint      not null check (revision > 0),
    changed_at       timestamptz not null,
    check ((status = 'CLOSED') = (closed_at is not null)),
    check ((external_system is null) = (external_id is null))
) with (fillfactor = 85);
create unique index escalation_external on escalation (external_system, external_id)
    where external_id is not null;
create index escalation_unclosed on escalation (number) where status <> 'CLOSED';
create index escalation_customer on escalation (customer_id, number) where customer_id is not null;
create index escalation_opened on escalation using brin (opened_at);

-- Every fact about an escalation, once: who, when, what. Nothing here is ever changed.
create table timeline (
    escalation_id uuid        not null,
    revision      bigint      not null,
    at            timestamptz not null,
    actor         text        not null,
    kind          text        not null,
    text          text,
    from_value    text,
    to_value      text,
    primary key (escalation_id, revision)
);
create function timeline_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'the timeline is append-only'; end $$;
create trigger append_only before update or delete or truncate on timeline
    for each statement execute function timeline_is_append_only();

-- Other systems that send tickets. Secrets are sealed; the previous one is believed until its end.
create table integration (
    id              uuid        primary key,
    kind            text        not null,
    name            text        not null,
    secret          text        not null,
    previous_secret text,
    previous_until  timestamptz,
    created_at      timestamptz not null,
    created_by      text        not null,
    revoked_at      timestamptz,
    revision        bigint      not null,
    check ((previous_secret is null) = (previous_until is null))
);

-- Replica of customer-service's customers; moves only forward.
create table customer (
    id       uuid   primary key,
    name     text   not null,
    revision bigint not null
);
create table customer_ref (
    customer_id uuid not null references customer on delete cascade,
    system      text not null,
    ref         text not null,
    primary key (customer_id, system, ref)
);
create index customer_ref_ref on customer_ref (ref);

-- Replica of who is accountable; moves only forward. Until starts_at the one before still is.
create table accountable (
    escalation_id   uuid        primary key,
    tam             text        not null,
    tam_name        text        not null,
    region          text        not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz,
    before_tam      text,
    before_tam_name text,
    before_region   text,
    revision        bigint      not null
);
create index accountable_tam on accountable (tam) where ends_at is null;
