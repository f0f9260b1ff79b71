-- What metrics-service keeps: replicas for names, facts as they were told, and rollups of the closed gaps.
-- Every row moves only forward: an event applies only if its revision is greater than the row's.

create table customer (
  id       uuid   primary key,
  name     text   not null,
  revision bigint not null
);

create table tam (
  id       text   primary key,
  name     text   not null,
  region   text   not null,
  status   text   not null,
  revision bigint not null  -- of the calendar that told it
);

-- One row per opening of an escalation: a reopening after a close is a new one.
create table opening (
  escalation_id   uuid        not null,
  opened_at       timestamptz not null,
  escalation      text        not null,  -- short id
  customer_id     uuid,
  severity        text        not null,
  status          text        not null,
  acknowledged_at timestamptz,
  resolved_at     timestamptz,
  closed_at       timestamptz,
  revision        bigint      not null,
  primary key (escalation_id, opened_at)
);
create index opening_opened on opening (opened_at);
create index opening_resolved on opening (resolved_at);
create index opening_closed on opening (closed_at);  -- finds the open ones too: closed_at is null

create table handoff (
  id                uuid        primary key,
  shift_change_id   uuid        not null,
  escalation_id     uuid        not null,
  severity          text        not null,
  status            text        not null,
  from_region       text        not null,
  to_region         text        not null,
  boundary          timestamptz not null,
  offered_at        timestamptz,         -- to the first person asked
  accept_by         timestamptz not null,
  accepted_at       timestamptz,
  acceptance        text,                -- EARLY, IN_TIME or LATE; null until accepted
  answer_ms         bigint      generated always as ((extract(epoch from accepted_at - offered_at) * 1000)::bigint) stored,
  cancel_reason     text,
  declines          integer     not null,
  lateness_ms       bigint      not null,
  escalated_to_lead boolean     not null default false,  -- ever; set by the event, whatever its order
  revision          bigint      not null
);
create index handoff_boundary on handoff (boundary);

create table gap (
  id               uuid        primary key,
  escalation_id    uuid        not null,
  escalation       text        not null,  -- short id
  customer_id      uuid,
  severity         text        not null,
  started_at       timestamptz not null,
  ended_at         timestamptz,           -- null while open
  duration_ms      bigint      generated always as ((extract(epoch from ended_at - started_at) * 1000)::bigint) stored,
  cause            text        not null,
  from_region      text        not null,
  to_region        text,
  accountable_id   text        not null,
  accountable_name text        not null,
  shift_change_id  uuid,
  voided           boolean     not null,  -- never was; kept so that a late event cannot revive it
  revision         bigint      not null,
  check (ended_at >= started_at)
);
create index gap_started on gap (started_at desc, id desc) where not voided;
create index gap_customer on gap (customer_id, started_at desc, id desc) where not voided;
create index gap_open on gap (started_at) where ended_at is null and not voided;
-- Gaps that cross an instant: the short ones lie within an hour before it (gap_started), the others are found here.
create index gap_long on gap using gist (tstzrange(started_at, ended_at)) where duration_ms > 3600000 and not voided;

-- Sums over the closed gaps: a gap counts in the bucket it began in, its milliseconds in each bucket they fall into.
-- Buckets are UTC hours, days and ISO weeks, each nested in the next. A facet sums by one thing: item is the region,
-- cause, severity, customer id or TAM id; counterpart is the receiving region of a pair. '' stands for none.
create table gap_rollup (
  facet       text        not null check (facet in ('REGION_PAIR', 'CAUSE', 'SEVERITY', 'CUSTOMER', 'TAM')),
  grain       text        not null check (grain in ('HOUR', 'DAY', 'WEEK')),
  bucket      timestamptz not null,
  item        text        not null,
  counterpart text        not null,
  gaps        bigint      not null,
  millis      bigint      not null,
  longest_ms  bigint      not null,  -- longest whole duration of those that began in the bucket
  primary key (facet, grain, bucket, item, counterpart)
) with (fillfactor = 70);

-- What gap_rollup must hold, from the raw gaps: to audit it (the two differ in nothing but rows of zeros), or to
-- rebuild it: truncate gap_rollup; insert into gap_rollup select * from gap_rollup_recomputed.
create view gap_rollup_recomputed as
with grains (facet, grain, unit, length) as (
  select facet, grain, lower(grain), case grain when 'HOUR' then interval '1 hour'
    when 'DAY' then interval '24 hours' else interval '168 hours' end
  from unnest(array['REGION_PAIR', 'CAUSE', 'SEVERITY', 'CUSTOMER', 'TAM']) as facet,
    unnest(array['HOUR', 'DAY', 'WEEK']) as grain
  where grain <> 'HOUR' or facet not in ('CUSTOMER', 'TAM'))
select facet, grain, bucket,
  case facet when 'REGION_PAIR' then from_region when 'CAUSE' then cause when 'SEVERITY' then severity
    when 'CUSTOMER' then coalesce(customer_id::text, '') else accountable_id end as item,
  case facet when 'REGION_PAIR' then coalesce(to_region, '') else '' end as counterpart,
  count(*) filter (where started_at >= bucket) as gaps,
  sum((extract(epoch from least(ended_at, bucket + length) - greatest(started_at, bucket)) * 1000)::bigint)::bigint
    as millis,
  coalesce(max(duration_ms) filter (where started_at >= bucket), 0) as longest_ms
from gap
cross join grains
cross join lateral generate_series(date_trunc(unit, started_at, 'UTC'),
  greatest(started_at, ended_at - interval '1 millisecond'), length, 'UTC') as bucket
where ended_at is not null and not voided
group by 1, 2, 3, 4, 5;
