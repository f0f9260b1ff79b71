-- A feed that a TAM made ends when they leave the roster; that of a manager, who may have been a TAM once, does not.
alter table calendar_feed add column made_as_tam boolean not null default false;
update calendar_feed set made_as_tam = created_by in (select id from tam);
alter table calendar_feed alter column made_as_tam drop default;
