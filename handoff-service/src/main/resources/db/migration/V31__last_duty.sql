-- Whose last duty ended in mid-shift is asked however long ago that was.
create index shift_primary_end on shift (primary_tam, end_at);
create index shift_secondary_end on shift (secondary_tam, end_at) where secondary_tam is not null;

-- What somebody is asked to take: "I have the pager", and how much routing may still ask of them.
create index handoff_asked on handoff (to_tam, id) where status in ('OFFERED', 'ESCALATED_TO_LEAD');
