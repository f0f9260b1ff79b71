-- The timeline is added to, never changed and never deleted: no right, and a trigger besides.
do $$
begin
  if current_user <> '${service-role}' and exists (select from pg_roles where rolname = '${service-role}') then
    revoke update, delete, truncate on timeline from "${service-role}";
  end if;
end
$$;
