-- The shift calendar (docs/adr/0005-calendar-as-one-document.md): rules as versions of one document, and the
-- shifts that have begun, which no later edit and no new time-zone database changes.

-- Every version ever applied; the one with the highest revision is in force.
create table calendar_version (
  -- tells apart what an undone transaction and a later one wrote under the same revision
  id uuid not null,
  revision bigint primary key,
  document jsonb not null,
  applied_at timestamptz not null,
  applied_by text not null,
  -- version of the time-zone database in use when it was applied
  tzdb text not null
);

-- How far history goes: every shift that started at or before materialised_until is in the table shift.
-- One row, made when a calendar is first applied.
create table calendar_history (
  is_only boolean primary key default true check (is_only),
  first_applied_at timestamptz not null,
  materialised_until timestamptz not null
);

-- Everybody who is or was in the calendar: history names people who have left it.
create table tam (
  id text primary key,
  name text not null
);

-- Shifts that have begun, [start_at, end_at). An edit of the calendar may move the end of a running one.
create table shift (
  id uuid primary key,
  region text not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  slot_start timestamptz not null,
  slot_end timestamptz not null,
  zone text not null,
  primary_tam text,
  secondary_tam text,
  shadows text[] not null,
  -- empty for the shift that an override adds
  pattern text not null,
  override_id text,
  holiday text,
  tzdb text not null,
  revision bigint not null,
  changed_at timestamptz not null,
  check (start_at < end_at)
);
create index shift_during on shift using gist (tstzrange(start_at, end_at));
