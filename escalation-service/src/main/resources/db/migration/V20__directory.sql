-- Replica of the calendar's directory, from CalendarEvent.Applied; empty until the first calendar.
create table directory (
    one        boolean primary key default true check (one),
    revision   bigint not null,
    changed_at timestamptz not null
);
create table directory_tam (
    id     text primary key,
    name   text not null,
    region text not null,
    status text not null
);
create table directory_region (
    code text primary key,
    lead text not null
);
