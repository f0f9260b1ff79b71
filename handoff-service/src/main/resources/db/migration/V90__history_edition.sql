-- Which shifts have begun is read for every decision about an escalation, and changes some times a day.
-- The edition is another one after every statement that writes shifts, also within its transaction; one
-- that was undone never comes again. What a service read under an edition, it may keep.
alter table calendar_history add column edition uuid not null default gen_random_uuid();

create function next_edition_of_history() returns trigger language plpgsql as $$
begin
  update calendar_history set edition = gen_random_uuid();
  return null;
end $$;

create trigger next_edition after insert or update or delete or truncate on shift
  for each statement execute function next_edition_of_history();
