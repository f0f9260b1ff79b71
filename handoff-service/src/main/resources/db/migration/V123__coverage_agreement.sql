-- Hours without anybody on duty that a manager has agreed to. It counts from the later of from_at and made_at.
create table coverage_agreement (
  id uuid primary key,
  from_at timestamptz not null,
  -- when it was ended early, the instant of that
  until_at timestamptz not null check (until_at > from_at and until_at > made_at),
  why text not null,
  made_by text not null,
  made_at timestamptz not null,
  -- who ended or withdrew it; null while nobody has
  ended_by text,
  -- taken back before it counted: kept as history
  withdrawn_at timestamptz,
  revision bigint not null
);
create index coverage_agreement_order on coverage_agreement (from_at, id) where withdrawn_at is null;
