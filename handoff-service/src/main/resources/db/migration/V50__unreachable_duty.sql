-- Of whom it was told that nothing reaches them in a shift to come: once for each shift.
create table unreachable_duty (
  id uuid primary key,
  start_at timestamptz not null,
  told_at timestamptz not null
);

create index unreachable_duty_start on unreachable_duty (start_at);
