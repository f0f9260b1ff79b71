-- What TAMs are told, and what became of it (docs/adr: notifications).
-- due_at, occurred_at, created_at and delivered_at are domain instants; claimed_until is a lease in real time: it only
-- says how long another replica leaves a message alone that one is sending.
create table notification (
  id uuid primary key,
  kind text not null,
  recipient text not null,
  -- what is bundled into one message: a shift change, mostly
  bundle uuid not null,
  status text not null check (status in ('PENDING', 'DELIVERED', 'FAILED', 'OBSOLETE', 'UNREACHABLE')),
  -- which of the recipient's channels is tried, from 0, and how often it was
  channel int not null,
  tries int not null,
  attempts int not null default 0,
  -- what shares capacity and fate: one mail server, one webhook host
  provider text not null,
  occurred_at timestamptz not null,
  created_at timestamptz not null,
  -- when it was to be sent at first: the delays of channels count from it
  planned_at timestamptz not null,
  due_at timestamptz not null,
  delivered_at timestamptz,
  claimed_until timestamptz,
  -- how often somebody asked to send it again
  redeliveries int not null default 0,
  subject text
);
create index notification_due on notification (provider, due_at, id) where status = 'PENDING';
create index notification_next on notification (due_at) where status = 'PENDING';
create index notification_bundle on notification (bundle, recipient, kind) where status = 'PENDING';
create index notification_newest on notification (created_at desc, id desc);
create index notification_recipient on notification (recipient, created_at desc, id desc);

-- What a message is about. The key is what is said once: a kind, a subject (this handoff offered for the second time,
-- this gap), a recipient.
create table notification_item (
  kind text not null,
  subject uuid not null,
  recipient text not null,
  notification_id uuid not null,
  -- the handoff or the gap, and its escalation
  about uuid not null,
  escalation_id uuid,
  line text not null,
  primary key (kind, subject, recipient)
);
create index notification_item_of on notification_item (notification_id);
create index notification_item_about on notification_item (about, kind);

-- Every attempt: the row is written before anything is sent, its end afterwards. A row without an end is an attempt of
-- which nobody knows whether the provider took it.
create table notification_attempt (
  notification_id uuid not null,
  number int not null,
  channel int not null,
  channel_kind text not null,
  -- an address with its secrets left out
  target text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('DELIVERED', 'REFUSED', 'FAILED', 'LOST', 'OBSOLETE')),
  detail text,
  primary key (notification_id, number),
  check ((outcome is null) = (ended_at is null))
);
