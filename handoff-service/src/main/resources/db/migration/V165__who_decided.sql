-- Who made somebody accountable by hand, a manager or a lead, beside their reason.
alter table accountability add column decided_by text;
