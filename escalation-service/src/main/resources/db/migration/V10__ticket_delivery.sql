-- Which message of its ticket was applied last: scale, order and delivery id, e.g. 'COUNTER 3 msg_1' or
-- 'TIME 2026-03-08T06:59:00.123456Z msg_1'. Null for rows of before: external_version orders them (ADR 22).
alter table escalation add column ticket_delivery text;
