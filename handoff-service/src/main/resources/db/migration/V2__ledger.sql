-- The temporal ledgers: who is accountable when, and every gap (docs/adr/0007-temporal-ledgers.md).
-- All times are domain instants in whole milliseconds; ranges are half-open [).
create extension if not exists btree_gist;

-- Replica of escalation-service. Moves only forward by revision. Whoever changes an escalation's ledger or
-- handoffs locks its row here first, in id order.
create table escalation (
  id uuid primary key,
  short_id text not null,
  title text not null,
  customer_id uuid,
  severity text not null,
  status text not null,
  tags text[] not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  revision bigint not null,
  -- counts the accountability events of this escalation, from 1
  ledger_revision bigint not null,
  -- true while nobody can be accountable because no calendar was ever applied
  unassigned boolean not null default false
) with (fillfactor = 80);
create index escalation_short_id on escalation (short_id);
create index escalation_unassigned on escalation (id) where unassigned;

-- Replica of customer-service; assignments = {"<region>": "<tam id>"}.
create table customer (
  id uuid primary key,
  name text not null,
  tier text not null,
  home_region text not null,
  language text,
  assignments jsonb not null,
  revision bigint not null
);

-- Who is accountable when. The intervals of one span (one opening of an escalation) partition it: no overlap by the
-- primary key, no hole by the deferred constraint below. The last interval of an open span has no upper bound.
create table accountability (
  escalation_id uuid not null,
  opened_at timestamptz not null,
  tam text not null,
  region text not null,
  during tstzrange not null,
  basis text not null,
  handoff_id uuid,
  reason text,
  primary key (escalation_id, during without overlaps),
  check (lower_inc(during) and not upper_inc(during) and not lower_inf(during))
);
create index accountability_of_tam on accountability (tam, escalation_id) where upper_inf(during);
create index accountability_start on accountability (lower(during));

-- Off duty, yet attending: the holder counts as attending while accountable.
create table hold (
  escalation_id uuid not null,
  tam text not null,
  during tstzrange not null,
  primary key (escalation_id, tam, during without overlaps),
  check (lower_inc(during) and not upper_inc(during) and not lower_inf(during) and not upper_inf(during))
);
create index hold_end on hold (upper(during));

-- Stretches in which an open escalation was not attended. No upper bound while the gap is open.
create table gap (
  id uuid primary key,
  escalation_id uuid not null,
  during tstzrange not null,
  cause text not null,
  tam text not null,
  from_region text not null,
  to_region text,
  shift_change_id uuid,
  revision bigint not null,
  unique (escalation_id, during without overlaps),
  check (lower_inc(during) and not upper_inc(during) and not lower_inf(during))
);
create index gap_open on gap (escalation_id) where upper_inf(during);

-- Ids of gaps that turned out never to have been, so that one that comes back counts its revisions on.
create table gap_voided (
  id uuid primary key,
  revision bigint not null
);

-- Up to which instant all boundaries have been settled: what ended before is final. One row.
create table ledger_settled (
  is_only boolean primary key default true check (is_only),
  at timestamptz not null
);

-- How much each TAM carries: open escalations whose newest interval is theirs.
create table tam_load (
  tam text primary key,
  open int not null,
  sev1 int not null
) with (fillfactor = 50);

-- Total ownership as a constraint, checked set-wise: statement triggers note which escalations a transaction touched,
-- one deferred trigger checks them all when it commits. Unlogged: a row never outlives its transaction.
create unlogged table ledger_touched (
  tx xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  escalations uuid[] not null,
  primary key (tx, id)
);

create function ledger_note_inserted_or_deleted() returns trigger language plpgsql as $$
begin
  insert into ledger_touched (escalations)
    select array_agg(distinct escalation_id) from touched having count(*) > 0;
  return null;
end $$;

create function ledger_note_updated() returns trigger language plpgsql as $$
begin
  insert into ledger_touched (escalations)
    select array_agg(distinct escalation_id)
    from (select escalation_id from before_it union select escalation_id from after_it) touched having count(*) > 0;
  return null;
end $$;

create trigger accountability_inserted after insert on accountability
  referencing new table as touched for each statement execute function ledger_note_inserted_or_deleted();
create trigger accountability_deleted after delete on accountability
  referencing old table as touched for each statement execute function ledger_note_inserted_or_deleted();
create trigger accountability_updated after update on accountability
  referencing old table as before_it new table as after_it for each statement execute function ledger_note_updated();

create function ledger_note_opened() returns trigger language plpgsql as $$
begin
  insert into ledger_touched (escalations) select array_agg(id) from touched having count(*) > 0;
  return null;
end $$;

create function ledger_note_reopened_or_closed() returns trigger language plpgsql as $$
begin
  -- except, not a join: a plan made for one row must do for thousands
  insert into ledger_touched (escalations)
    select array_agg(id)
    from (select id, opened_at, closed_at, unassigned from after_it
          except select id, opened_at, closed_at, unassigned from before_it) touched
    having count(*) > 0;
  return null;
end $$;

create trigger escalation_inserted after insert on escalation
  referencing new table as touched for each statement execute function ledger_note_opened();
create trigger escalation_updated after update on escalation
  referencing old table as before_it new table as after_it
  for each statement execute function ledger_note_reopened_or_closed();

create function ledger_is_whole() returns trigger language plpgsql as $$
declare
  touched uuid[];
  broken text;
begin
  with noted as (delete from ledger_touched where tx = pg_current_xact_id() returning escalations)
  select array_agg(distinct e) into touched from noted, unnest(escalations) e;
  if touched is null then
    return null; -- an earlier row of this transaction checked for all
  end if;

  select format('%s has a hole before %s', escalation_id, starts) into broken
  from (select a.escalation_id, a.opened_at, lower(a.during) as starts,
               lag(upper(a.during)) over (partition by a.escalation_id, a.opened_at order by lower(a.during)) as previous
        from unnest(touched) t(id) join accountability a on a.escalation_id = t.id) pieces
  where starts is distinct from coalesce(previous, opened_at)
  limit 1;
  if broken is null then
    select format('%s is not covered until %s', e.id, coalesce(e.closed_at::text, 'now')) into broken
    from unnest(touched) t(id) join escalation e on e.id = t.id
    where not e.unassigned and (e.closed_at is null or e.closed_at > e.opened_at)
      and not exists (select from accountability a
                      where a.escalation_id = e.id and a.opened_at = e.opened_at
                        and upper(a.during) is not distinct from e.closed_at)
    limit 1;
  end if;
  if broken is not null then
    raise exception 'accountability of escalation %', broken
      using errcode = 'integrity_constraint_violation', constraint = 'accountability_is_whole';
  end if;
  return null;
end $$;

create constraint trigger accountability_is_whole after insert on ledger_touched
  deferrable initially deferred for each row execute function ledger_is_whole();
