-- Up to which domain instant the partition's consumer has seen everything. Written only while several replicas share the
-- partitions: one that has them all knows it by itself.
alter table consumer_offset add column complete_up_to timestamptz;

-- Dead letters that were replayed: applied, or found applied already. Kept for ever, unlike the inbox, for letters are.
create table dead_letter_replay (
    consumer    text        not null,
    position    bigint      not null,
    replayed_at timestamptz not null,
    primary key (consumer, position)
);
