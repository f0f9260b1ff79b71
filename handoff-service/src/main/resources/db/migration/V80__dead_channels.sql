-- Which channel an attempt went to, whatever its place among its owner's: a digest, since addresses hold secrets.
alter table notification_attempt add column way uuid;

-- The latest attempt of a channel that ended.
create index notification_attempt_way on notification_attempt (way, ended_at desc, number desc)
  where way is not null and ended_at is not null;
