-- Whether escalations of this tier and severity travel; null: as their severity has it.
alter table sla_target add column service_hours text check (service_hours in ('FOLLOW_THE_SUN', 'HOME_REGION'));
-- How long after being resolved escalations of this tier close by themselves, in ISO 8601; null: as the house has it.
alter table sla_policy add column close_after text;
