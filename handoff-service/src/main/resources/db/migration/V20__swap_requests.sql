-- Shifts that TAMs ask each other to take. Shifts are kept as they were when they were asked for.
create table swap_request (
  id uuid primary key,
  asker text not null,
  asked text not null,
  shift_id uuid not null,
  shift_region text not null,
  shift_start timestamptz not null,
  shift_end timestamptz not null,
  exchange_id uuid,
  exchange_region text,
  exchange_start timestamptz,
  exchange_end timestamptz,
  reason text,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  status text not null,
  answered_by text,
  answered_at timestamptz,
  answer text,
  overrides text[] not null default '{}',
  revision bigint not null,
  changed_at timestamptz not null,
  check ((status = 'ASKED') = (answered_at is null))
);

-- Nobody is asked twice for the same shift at once.
create unique index swap_request_open on swap_request (shift_id, asker, asked) where status = 'ASKED';
create index swap_request_expiry on swap_request (expires_at) where status = 'ASKED';
create index swap_request_order on swap_request (asked_at desc, id desc);
