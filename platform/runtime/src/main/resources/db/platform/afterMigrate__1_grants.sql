-- What the service may do, told anew after every migration: rows of all tables, nothing of their shape. Tables belong to whoever
-- migrates; where that is the service itself (a database without roles of its own), there is nothing to grant.
do $$
begin
  if current_user = '${service-role}'
     or not exists (select from pg_roles where rolname = '${service-role}') then
    return;
  end if;
  grant usage on schema public to "${service-role}";
  grant select, insert, update, delete on all tables in schema public to "${service-role}";
  grant usage, select on all sequences in schema public to "${service-role}";
  -- Its own upkeep of what the relay deletes all the time.
  grant maintain on outbox to "${service-role}";
  revoke insert, update, delete on flyway_schema_history from "${service-role}";
  -- The audit log is added to, never changed and never deleted.
  revoke update, delete, truncate on audit_entry, audit_seal from "${service-role}";
  -- Its oldest months are forgotten once they are over their time, which who migrates sets.
  revoke insert, update, delete, truncate on chain_retention from "${service-role}";
  grant execute on function audit_forget(timestamptz) to "${service-role}";
  -- A denial is lifted, a token of a program revoked, and each stays.
  revoke delete, truncate on denial, api_token from "${service-role}";
end
$$;
