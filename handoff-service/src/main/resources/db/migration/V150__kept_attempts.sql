-- Attempts are forgotten sooner than their messages, the oldest first.
create index notification_attempt_started on notification_attempt (started_at);
