-- What a note says besides its text: kind, due, owner, mood, which earlier entry it settles. Null for plain notes.
alter table timeline add column details text;
