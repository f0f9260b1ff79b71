-- Whether a holder attends beyond their duty is asked for every open escalation at each boundary.
create index hold_of_escalation on hold (escalation_id, upper(during));

-- Events of a shift change hold hundreds of handoffs. Compressing them here takes longer than writing them, and they
-- stay for milliseconds; the broker's producer compresses what it sends.
alter table outbox alter column data set storage external;

-- Every index is paid for by each offer of a shift change. A shift change has one boundary, by which its handoffs are
-- found; who is asked now has an index of their own (handoff_asked), and their past is read by boundary.
drop index handoff_of_shift_change;
drop index handoff_to;
