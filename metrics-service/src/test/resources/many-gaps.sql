-- Fills an empty metrics database with n gaps of 2026, the same ones each time, and their rollups:
--   select seed_gaps(1000000);
-- Three regions, twelve TAMs, 1,000 customers; one in fifty lasts hours or days, fifty are open.
create or replace function seed_random(i bigint, salt int, n bigint) returns bigint immutable language sql
  return abs(hashint8extended(i, salt)) % n;

create or replace function seed_gaps(n int) returns void language sql as $$
  insert into gap (id, escalation_id, escalation, customer_id, severity, started_at, ended_at, cause, from_region,
    to_region, accountable_id, accountable_name, asked_id, asked_name, voided, revision)
  select md5('gap' || i)::uuid, md5('escalation' || i)::uuid, 'ESC-' || 1000 + i,
    case when seed_random(i, 1, 10) > 0 then md5('customer' || seed_random(i, 2, 1000))::uuid end,
    'SEV' || 1 + seed_random(i, 3, 4), start,
    case when i > 50 then start + interval '1 millisecond' *
      (1 + seed_random(i, 4, case when seed_random(i, 5, 50) = 0 then 200000000 else 1800000 end)) end,
    (array['COVERAGE_HOLE', 'UNACCEPTED_HANDOFF', 'EMPTY_SHIFT', 'OFF_ROSTER'])[1 + seed_random(i, 6, 4)],
    (array['EMEA', 'AMER', 'APAC'])[1 + seed_random(i, 7, 3)],
    case when seed_random(i, 8, 50) > 0 then (array['EMEA', 'AMER', 'APAC'])[1 + seed_random(i, 9, 3)] end,
    'tam-' || seed_random(i, 10, 12), 'TAM ' || seed_random(i, 10, 12),
    'tam-' || seed_random(i, 12, 12), 'TAM ' || seed_random(i, 12, 12), false, 2
  from generate_series(1, n) as i cross join lateral (select timestamptz '2026-01-01 00:00Z'
    + interval '1 millisecond' * seed_random(i, 11, 365::bigint * 86400000) as start) as starts;
  insert into gap_rollup select * from gap_rollup_recomputed;
$$;
