-- People who can be reached and are on no roster; the id is the subject of their tokens.
create table person (
  id text collate "C" primary key,
  name text not null,
  zone text not null,
  email text not null,
  manages text[] not null,
  changed_at timestamptz not null,
  revision bigint not null check (revision >= 1)
);
comment on column person.manages is 'codes of the regions that they manage';
