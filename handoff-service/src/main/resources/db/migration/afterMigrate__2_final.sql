-- Evidence and its seals are added to, never changed and never deleted: no right, and a trigger besides.
do $$
begin
  if current_user <> '${service-role}' and exists (select from pg_roles where rolname = '${service-role}') then
    revoke update, delete, truncate on evidence, evidence_seal from "${service-role}";
    grant execute on function evidence_forget(timestamptz) to "${service-role}";
  end if;
end
$$;
