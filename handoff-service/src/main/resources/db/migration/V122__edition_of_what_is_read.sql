-- That a shift is over is told, and changes nothing of what was read: the edition follows what a shift is.
-- A column that is added to what services read is added here as well: KnownHistoryIT holds both together.
drop trigger next_edition on shift;
create trigger next_edition after insert or delete or truncate
  or update of id, region, start_at, end_at, slot_start, slot_end, zone, primary_tam, secondary_tam, shadows,
    pattern, override_id, holiday
  on shift for each statement execute function next_edition_of_history();
