-- What customer-service owns and briefings name: who at the customer wants to be told, and what its tier was promised.
alter table customer add column stakeholders text not null default '[]';
comment on column customer.stakeholders is '[{"name", "role", "informedFrom"}], in the order in which they are to be told';

-- Replica of customer-service; moves only forward by revision.
create table sla_policy (
  tier text primary key,
  targets text not null,
  revision bigint not null
);
comment on column sla_policy.targets is '[{"severity", "acknowledgeWithin", "updateEvery", "mitigateWithin", "resolveWithin"}], durations in ISO 8601';
