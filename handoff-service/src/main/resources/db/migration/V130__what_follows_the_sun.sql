-- What follows the sun, what lives at home, and what rests (docs/adr/0028-what-follows-the-sun.md).

-- As escalation-service tells it; null: by severity. What was open before, or is opened by a replica of the version
-- before while this one starts, is served within the hour (unserved).
alter table escalation
  add column service_hours text,
  add column home_region text,
  add column unserved boolean not null default true;
create index escalation_unserved on escalation (id) where unserved and closed_at is null and not unassigned;

-- What the newest interval's escalation is now: it travels, lives in a region, or neither since it is resolved. Kept
-- beside the holder so that a boundary finds what is to be done without a look at what rests.
alter table accountability
  add column travels boolean not null default true,
  add column lives_in text;
create index accountability_travelling on accountability (tam, escalation_id) where upper_inf(during) and travels;
create index accountability_tenure on accountability (lower(during)) where upper_inf(during) and travels;
create index accountability_at_home on accountability (lives_in, tam, escalation_id)
  where upper_inf(during) and lives_in is not null;

-- Since when a span's escalation follows the sun, lives at home, or rests since it is resolved.
create table regime (
  escalation_id uuid not null,
  opened_at timestamptz not null,
  since timestamptz not null,
  hours text not null,
  home text,
  resolved boolean not null,
  primary key (escalation_id, opened_at, since),
  check (since >= opened_at)
);

-- What was decided about all that a TAM has in a home region while they are off duty: it stays theirs until they are
-- back, or is handed over (no until). One counts until the next.
create table stay (
  tam text not null,
  region text not null,
  since timestamptz not null,
  until timestamptz,
  -- counts the decisions about the same TAM and region, from 1
  revision bigint not null,
  decided_at timestamptz not null,
  primary key (tam, region, since)
);

-- Stretches in which nobody was expected to act. Written down when their escalation is looked at, within the hour; no
-- upper bound while one goes on, as far as was known.
create table rest (
  id uuid primary key,
  escalation_id uuid not null,
  during tstzrange not null,
  cause text not null,
  tam text not null,
  region text not null,
  revision bigint not null,
  unique (escalation_id, during without overlaps),
  check (lower_inc(during) and not upper_inc(during) and not lower_inf(during))
);

-- Ids of rests that turned out never to have been, so that one that comes back counts its revisions on.
create table rest_voided (
  id uuid primary key,
  revision bigint not null
);

-- Up to when all rests are written down. One row.
create table rests_kept (
  is_only boolean primary key default true check (is_only),
  at timestamptz not null
);

alter table gap add column agreed boolean not null default false;

alter table accountability_fact
  add column hours text,
  add column home text,
  add column resolved boolean not null default false,
  add column regime_since timestamptz;

-- Attended, gap and resting are three parts: no instant is in two of them. Checked set-wise when a transaction commits,
-- as total ownership is (V2).
create trigger rest_inserted after insert on rest
  referencing new table as touched for each statement execute function ledger_note_inserted_or_deleted();
create trigger rest_updated after update on rest
  referencing old table as before_it new table as after_it for each statement execute function ledger_note_updated();
create trigger gap_inserted after insert on gap
  referencing new table as touched for each statement execute function ledger_note_inserted_or_deleted();
create trigger gap_updated after update on gap
  referencing old table as before_it new table as after_it for each statement execute function ledger_note_updated();

create or replace function ledger_is_whole() returns trigger language plpgsql as $$
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

  select format('%s rests in a gap at %s', g.escalation_id, lower(g.during * r.during)) into broken
  from unnest(touched) t(id)
  join gap g on g.escalation_id = t.id
  join rest r on r.escalation_id = g.escalation_id and r.during && g.during
  limit 1;
  if broken is not null then
    raise exception 'escalation %', broken
      using errcode = 'integrity_constraint_violation', constraint = 'rests_and_gaps_are_apart';
  end if;
  return null;
end $$;
