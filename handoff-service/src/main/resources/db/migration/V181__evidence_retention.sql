-- Evidence is forgotten by whole months, as the audit log is (V0_6), but none of a case that is open, and nothing after it.
insert into chain_retention (chain, keep) values ('evidence', interval '2557 days');

create or replace function evidence_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('meridian.forgetting', true) = 'evidence' then
    return null;
  end if;
  raise exception 'evidence is never changed and never deleted' using errcode = 'insufficient_privilege';
end
$$;

-- At most 1,000 links a call.
create function evidence_forget(asked timestamptz) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  begins bigint;
  ends   bigint;
  month  timestamptz := chain_retention_month('evidence', asked);
begin
  select root into begins from chain_retention where chain = 'evidence' for update;
  select s.position - 1 into ends from evidence_seal s
    join evidence e on e.id = s.evidence_id
    left join handoff h on h.id = e.handoff_id
    left join escalation c on c.id = h.escalation_id
   where s.position > begins and s.position <= begins + 1000
     and (e.recorded_at >= month or c.id is not null and c.closed_at is null)
   order by s.position limit 1;
  select max(position) into ends from evidence_seal where position <= coalesce(ends, begins + 1000);
  if ends is null or ends <= begins then
    return 0;
  end if;
  perform set_config('meridian.forgetting', 'evidence', true);
  delete from evidence where id in (select evidence_id from evidence_seal where position between begins and ends);
  delete from evidence_seal where position < ends;
  perform set_config('meridian.forgetting', '', true);
  update chain_retention set root = ends, forgotten_before = month where chain = 'evidence';
  return ends - begins;
end
$$;
revoke execute on function evidence_forget(timestamptz) from public;
