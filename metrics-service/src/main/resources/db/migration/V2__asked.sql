-- A gap tells who had been asked to take over, and since when: null when nobody had, or in gaps told of before.
alter table gap add column asked_id text, add column asked_name text, add column asked_since timestamptz;

-- Finds the gap of a handoff.
create index gap_of_shift_change on gap (escalation_id, shift_change_id) where not voided;

-- Summed by who had been asked as well; '' when nobody had.
alter table gap_rollup drop constraint gap_rollup_facet_check, add constraint gap_rollup_facet_check
  check (facet in ('REGION_PAIR', 'CAUSE', 'SEVERITY', 'CUSTOMER', 'TAM', 'ASKED_TAM'));

create or replace view gap_rollup_recomputed as
with grains (facet, grain, unit, length) as (
  select facet, grain, lower(grain), case grain when 'HOUR' then interval '1 hour'
    when 'DAY' then interval '24 hours' else interval '168 hours' end
  from unnest(array['REGION_PAIR', 'CAUSE', 'SEVERITY', 'CUSTOMER', 'TAM', 'ASKED_TAM']) as facet,
    unnest(array['HOUR', 'DAY', 'WEEK']) as grain
  where grain <> 'HOUR' or facet not in ('CUSTOMER', 'TAM', 'ASKED_TAM'))
select facet, grain, bucket,
  case facet when 'REGION_PAIR' then from_region when 'CAUSE' then cause when 'SEVERITY' then severity
    when 'CUSTOMER' then coalesce(customer_id::text, '') when 'TAM' then accountable_id
    else coalesce(asked_id, '') end as item,
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

insert into gap_rollup select * from gap_rollup_recomputed where facet = 'ASKED_TAM';
