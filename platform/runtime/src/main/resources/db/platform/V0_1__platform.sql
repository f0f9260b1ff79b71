-- What every service has: events on their way out and in, offsets, leadership, answers to repeat.

-- Events not yet published, in the order of their positions. Deleted after the broker has them.
create table outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    source      text        not null,
    sequence    bigint      not null,
    data        text        not null,
    traceparent text,
    occurred_at timestamptz not null,
    headers     text,
    written_at  timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

-- Events the broker refuses for ever (too large, say): set aside so that the others go on.
create table outbox_refused (
    position    bigint primary key,
    id          uuid        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    source      text        not null,
    sequence    bigint      not null,
    data        text        not null,
    traceparent text,
    occurred_at timestamptz not null,
    headers     text,
    written_at  timestamptz not null,
    reason      text        not null
);

-- Events applied, so that a second delivery changes nothing. Kept a week.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index inbox_received_at on inbox using brin (received_at);

-- How far each consumer has come; moved in the transaction that applies the events.
create table consumer_offset (
    consumer    text   not null,
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (consumer, topic, partition)
);

-- The current term of each leadership; a write of the leader holds its row.
create table leadership (
    name   text primary key,
    term   bigint      not null,
    holder text        not null,
    since  timestamptz not null
);

-- Answers given under an Idempotency-Key. Kept a day.
create table idempotency (
    principal   text        not null,
    key         text        not null,
    operation   text        not null,
    fingerprint text        not null,
    response    text,
    created_at  timestamptz not null,
    primary key (principal, key)
);
