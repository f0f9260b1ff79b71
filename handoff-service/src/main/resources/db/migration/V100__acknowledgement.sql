-- Until when somebody is to acknowledge a severe escalation that nobody has acknowledged yet (domain instant); null when
-- nothing is awaited, or once the lead was told.
alter table escalation add column acknowledge_by timestamptz;
create index escalation_acknowledge_by on escalation (acknowledge_by) where acknowledge_by is not null;
