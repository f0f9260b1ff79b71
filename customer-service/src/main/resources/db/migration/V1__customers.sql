create table customer (
    id          uuid primary key,
    name        text not null,
    sort_name   text collate "C" not null,
    tier        text not null,
    home_region text not null,
    language    text,
    active      boolean not null,
    changed_at  timestamptz not null,
    revision    bigint not null check (revision >= 1)
);
comment on column customer.sort_name is 'the name in lower case: the order of lists, and what a search looks through';
create index customer_by_name on customer (sort_name, id);

-- A record of another system stands for at most one customer: the primary key.
create table external_ref (
    system      text not null,
    ref_id      text not null,
    customer_id uuid not null references customer,
    version     bigint,
    url         text,
    primary key (system, ref_id)
);
create index external_ref_of_customer on external_ref (customer_id);

create table tam_assignment (
    customer_id uuid not null references customer,
    region      text not null,
    tam         text not null,
    primary key (customer_id, region)
);
create index tam_assignment_of_tam on tam_assignment (tam);

-- Replica of the calendar's directory, from CalendarEvent.Applied; empty until the first calendar.
create table directory_tam (
    id     text primary key,
    name   text not null,
    region text not null,
    status text not null
);
create table directory (
    one        boolean primary key default true check (one),
    revision   bigint not null,
    changed_at timestamptz not null
);
