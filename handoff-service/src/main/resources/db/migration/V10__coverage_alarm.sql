-- When the next weekly forecast of coverage gaps is due. One row, made by the first.
create table coverage_alarm (
  is_only boolean primary key default true check (is_only),
  next_weekly_at timestamptz not null
);
