-- Who leads which region, as the calendar tells it: a lead sees the figures of theirs. Known from the next calendar on.
create table region (
  id       text   primary key,
  lead     text   not null,
  revision bigint not null  -- of the calendar that told it
);
