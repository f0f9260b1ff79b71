create table seen (
    at       bigint generated always as identity primary key,
    event_id uuid   not null,
    customer uuid   not null,
    revision bigint not null,
    name     text   not null
);
