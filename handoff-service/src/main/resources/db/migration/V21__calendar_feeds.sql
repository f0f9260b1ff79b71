-- iCalendar feeds under secret paths. The secret itself is not kept, only its SHA-256.
create table calendar_feed (
  id uuid primary key,
  scope text not null check (scope in ('TAM', 'REGION', 'ALL')),
  -- TAM id or region code; empty for the whole calendar
  subject text not null,
  secret_hash bytea not null unique,
  created_by text not null,
  created_at timestamptz not null,
  revision bigint not null,
  -- what subscribers were told last, so that changes and cancellations can be told
  told jsonb not null default '[]'
);
create index calendar_feed_order on calendar_feed (created_at, id);
