-- Replica of who is a stakeholder of a customer and has a token of ours: subjects, one a line. Moves only forward.
create table customer_persons (
    customer_id uuid   primary key,
    persons     text   not null,
    revision    bigint not null
);
create index customer_persons_of on customer_persons using gin (string_to_array(persons, E'\n'));
