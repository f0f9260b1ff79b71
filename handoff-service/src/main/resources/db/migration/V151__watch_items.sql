-- What crews keep an eye on though no case is open, and how it came to each of them.
create table watch_item (
  id uuid primary key,
  customer_id uuid not null,
  what text not null,
  what_if text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  made_by text not null,
  made_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  ended_as text,
  severity text,
  escalation_id uuid,
  short_id text,
  revision bigint not null,
  check (from_at < until_at),
  check ((ended_as is null) = (ended_at is null) and (ended_as is null) = (ended_by is null)),
  check ((ended_as = 'ESCALATED') is true = (severity is not null))
);
create index watch_item_alive on watch_item (until_at) where ended_at is null;
create index watch_item_by_end on watch_item (until_at, id);

create table watch_handover (
  id uuid primary key,
  item_id uuid not null references watch_item (id),
  shift_change_id uuid not null,
  from_region text not null,
  to_region text not null,
  boundary timestamptz not null,
  shift_id uuid not null,
  shift_start timestamptz not null,
  shift_end timestamptz not null,
  primary_tam text,
  secondary_tam text,
  confirm_by timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  -- the lead was told that nobody has confirmed
  lead_told boolean not null default false,
  unique (item_id, shift_id),
  check ((confirmed_by is null) = (confirmed_at is null))
);
create index watch_handover_waiting on watch_handover (confirm_by) where confirmed_at is null and not lead_told;

-- What the outgoing crew says to the incoming one.
create table shift_change_note (
  shift_change_id uuid primary key,
  text text not null,
  written_by text not null,
  written_at timestamptz not null,
  version bigint not null
);
