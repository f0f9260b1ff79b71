-- That a shift is over is told, and changes nothing of what was read: only where shifts begin and end does.
drop trigger next_edition on shift;
create trigger next_edition after insert or update of end_at, slot_end or delete or truncate on shift
  for each statement execute function next_edition_of_history();
