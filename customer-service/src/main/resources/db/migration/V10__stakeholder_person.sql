-- The subject of a stakeholder's tokens, by which they see the customer and its escalations; null for who has none with us.
alter table stakeholder add column person text;
create index stakeholder_of_person on stakeholder (person) where person is not null;
