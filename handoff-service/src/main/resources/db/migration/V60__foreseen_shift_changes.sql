-- A gap names the shift change it belongs to from its start, be that prepared or not (the engine was away, or nothing
-- was open to prepare): such a shift change is foreseen, and prepared when the engine comes to it.
alter table shift_change alter column prepared_at drop not null, alter column lateness_ms drop not null,
  add check ((prepared_at is null) = (lateness_ms is null));

-- Not validated: gaps written before this may name shift changes that were never stored.
alter table gap add constraint gap_of_shift_change foreign key (shift_change_id) references shift_change (id) not valid;
