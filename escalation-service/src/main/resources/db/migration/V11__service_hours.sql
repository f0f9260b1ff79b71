-- Whether an escalation travels, and where it lives. What is open already has its service hours by severity; its home
-- region was never told here, so that handoff-service's counts (accountable.home_region), until an act or another
-- customer says one.
alter table escalation
    add column service_hours text check (service_hours in ('FOLLOW_THE_SUN', 'HOME_REGION')),
    add column home_region text,
    add column service_hours_set boolean not null default false,
    add column close_due timestamptz;
comment on column escalation.service_hours_set is 'an act has set the service hours: no default takes their place';
comment on column escalation.close_due is 'when it closes by itself; null unless it is resolved';

update escalation
   set service_hours = case when severity in ('SEV1', 'SEV2') then 'FOLLOW_THE_SUN' else 'HOME_REGION' end,
       close_due = case when status = 'RESOLVED' then resolved_at + interval '7 days' end;

-- Replicas of the version before go on writing while this one starts: what they open has no service hours and counts by
-- severity, what they resolve has no close_due and counts from resolved_at.
create index escalation_close_due on escalation (close_due) where status = 'RESOLVED';

-- Replica of what counts for a customer's escalations; moves only forward. Filled from the beginning of the topic by a
-- consumer of its own, since the one of names and references is past the events that tell it.
create table customer_terms (
    customer_id uuid   primary key,
    tier        text   not null,
    home_region text   not null,
    revision    bigint not null
);
-- What a tier buys: 'SEV3 FOLLOW_THE_SUN,SEV4 HOME_REGION', or ''; close_after in ISO 8601, null: as the house has it.
create table sla_policy (
    tier          text   primary key,
    service_hours text   not null,
    close_after   text,
    revision      bigint not null
);

-- Where the escalation lives as handoff-service has it; null before that was told.
alter table accountable add column home_region text;
