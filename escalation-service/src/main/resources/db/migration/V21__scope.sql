-- Replicas of what gives the right to act on an escalation; each moves only forward. Filled from the beginning of the
-- topics by a consumer of its own.

-- Who is asked in the newest handoff of an escalation; null: nobody.
create table offer (
    escalation_id uuid        primary key,
    handoff_id    uuid        not null,
    tam           text,
    revision      bigint      not null,
    changed_at    timestamptz not null
);
-- Shifts that run; what is over is taken away.
create table duty (
    shift_id      uuid        primary key,
    region        text        not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    primary_tam   text,
    secondary_tam text,
    revision      bigint      not null
);
-- The TAMs assigned to a customer in any region, one a line.
create table customer_tams (
    customer_id uuid   primary key,
    tams        text   not null,
    revision    bigint not null
);
