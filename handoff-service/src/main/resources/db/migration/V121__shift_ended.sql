-- Whether it was told that a shift is over.
alter table shift add column ended boolean not null default false;
update shift set ended = true from calendar_history h where end_at <= h.materialised_until;
create index shift_running on shift (end_at) where not ended;

-- What was accepted in advance before this version is told when it takes effect, too.
insert into timer (due_at, kind)
select distinct h.effective_from, 'EFFECT' from handoff h cross join calendar_history c
where h.status = 'ACCEPTED' and h.effective_from > c.materialised_until
on conflict do nothing;
