-- Why a message reaches nobody; null while something may reach the recipient, and of messages from before there were causes.
alter table notification add column cause text, add column cause_since timestamptz;

-- What was given up before is what is unreachable now.
update notification n set status = 'UNREACHABLE', cause = 'CHANNEL_DEAD', cause_since = (
  select min(a.started_at) from notification_attempt a
  where a.notification_id = n.id and a.outcome in ('REFUSED', 'FAILED'))
where status = 'FAILED';
