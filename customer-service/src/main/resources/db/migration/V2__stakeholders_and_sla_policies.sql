-- Who at the customer wants to be told of escalations, in the order in which they are to be told.
create table stakeholder (
    customer_id   uuid not null references customer,
    position      int not null,
    name          text not null,
    role          text,
    email         text,
    phone         text,
    informed_from text,
    primary key (customer_id, position)
);
comment on column stakeholder.informed_from is 'the least severity they want to hear of; null: of all';

-- What customers of a tier were promised. No row: nobody has written the policy yet.
create table sla_policy (
    tier       text primary key,
    changed_at timestamptz not null,
    revision   bigint not null check (revision >= 1)
);
-- Durations in ISO 8601, e.g. PT15M; null: not promised.
create table sla_target (
    tier               text not null references sla_policy,
    severity           text not null,
    acknowledge_within text,
    update_every       text,
    mitigate_within    text,
    resolve_within     text,
    primary key (tier, severity)
);
