-- For how long what is sealed into a chain is kept, and where the chain begins since its oldest months were forgotten: at the last link that
-- went, whose seal stays. Written by who migrates and by the functions that forget; the service may read it, and call them.
create table chain_retention (
    chain            text        primary key,
    keep             interval    not null check (keep >= interval '31 days'),
    root             bigint      not null default 0,
    forgotten_before timestamptz not null default '-infinity'
);
insert into chain_retention (chain, keep) values ('audit', interval '2557 days');

-- Whole months only, and none that is not over its time by the database's own clock, whatever the caller says.
create function chain_retention_month(name text, asked timestamptz) returns timestamptz language sql stable as $$
  select date_trunc('month', least(asked, now()) - keep, 'UTC') from chain_retention where chain = name
$$;

create or replace function audit_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('meridian.forgetting', true) = 'audit' then
    return null;
  end if;
  raise exception 'the audit log is never changed and never deleted' using errcode = 'insufficient_privilege';
end
$$;

-- Forgets at most 100 links, oldest first, of months that are over their time; returns how many. Runs as who owns the tables: the service
-- itself may delete nothing.
create function audit_forget(asked timestamptz) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  begins bigint;
  month  timestamptz := chain_retention_month('audit', asked);
  stays  bigint;
  last   audit_seal;
begin
  select root into begins from chain_retention where chain = 'audit' for update;
  select * into last from audit_seal where position > begins and position <= begins + 100 order by position desc limit 1;
  select txid into stays from audit_entry where txid < last.until and at >= month order by txid, id limit 1;
  if found then
    select * into last from audit_seal where position > begins and until <= stays order by until desc limit 1;
  end if;
  if last.position is null then
    return 0;
  end if;
  perform set_config('meridian.forgetting', 'audit', true);
  delete from audit_entry where txid < last.until;
  delete from audit_seal where position < last.position;
  perform set_config('meridian.forgetting', '', true);
  update chain_retention set root = last.position, forgotten_before = month where chain = 'audit';
  return last.position - begins;
end
$$;
revoke execute on function audit_forget(timestamptz) from public;
