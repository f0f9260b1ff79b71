-- A gap tells whether a manager had agreed to the coverage hole it is in. What is agreed is summed apart, and in no other figure.
alter table gap add column agreed boolean not null default false;
alter table gap_rollup add column agreed_ms bigint not null default 0;

create or replace view gap_rollup_recomputed as
with grains (facet, grain, unit, length) as (
  select facet, grain, lower(grain), case grain when 'HOUR' then interval '1 hour'
    when 'DAY' then interval '24 hours' else interval '168 hours' end
  from unnest(array['REGION_PAIR', 'CAUSE', 'SEVERITY', 'CUSTOMER', 'TAM', 'ASKED_TAM']) as facet,
    unnest(array['HOUR', 'DAY', 'WEEK']) as grain
  where grain <> 'HOUR' or facet not in ('CUSTOMER', 'TAM', 'ASKED_TAM')),
spread as (
  select facet, grain, bucket, gap.*,
    (extract(epoch from least(ended_at, bucket + length) - greatest(started_at, bucket)) * 1000)::bigint as inside_ms
  from gap
  cross join grains
  cross join lateral generate_series(date_trunc(unit, started_at, 'UTC'),
    greatest(started_at, ended_at - interval '1 millisecond'), length, 'UTC') as bucket
  where ended_at is not null and not voided)
select facet, grain, bucket,
  case facet when 'REGION_PAIR' then from_region when 'CAUSE' then cause when 'SEVERITY' then severity
    when 'CUSTOMER' then coalesce(customer_id::text, '') when 'TAM' then accountable_id
    else coalesce(asked_id, '') end as item,
  case facet when 'REGION_PAIR' then coalesce(to_region, '') else '' end as counterpart,
  count(*) filter (where started_at >= bucket and not agreed) as gaps,
  coalesce(sum(inside_ms) filter (where not agreed), 0)::bigint as millis,
  coalesce(max(duration_ms) filter (where started_at >= bucket and not agreed), 0) as longest_ms,
  coalesce(sum(inside_ms) filter (where agreed), 0)::bigint as agreed_ms
from spread
group by 1, 2, 3, 4, 5;

-- Stretches in which nobody was expected to act. In no sum of gaps.
create table rest (
  id               uuid        primary key,
  escalation_id    uuid        not null,
  escalation       text        not null,  -- short id
  customer_id      uuid,
  severity         text        not null,
  started_at       timestamptz not null,
  ended_at         timestamptz,           -- null while it goes on, as far as was known
  cause            text        not null,
  region           text        not null,
  accountable_id   text        not null,
  accountable_name text        not null,
  voided           boolean     not null,  -- never was; kept so that a late event cannot revive it
  revision         bigint      not null,
  check (ended_at >= started_at)
);
create index rest_time on rest using gist (tstzrange(started_at, ended_at)) where not voided;

-- Whether the escalation travels: by severity in what was told before that was.
alter table opening add column service_hours text;
update opening set service_hours = case when severity in ('SEV1', 'SEV2') then 'FOLLOW_THE_SUN' else 'HOME_REGION' end;
alter table opening alter column service_hours set not null;
