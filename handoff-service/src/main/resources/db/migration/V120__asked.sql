-- Who had been asked to take over when a gap began, or was asked first while it ran; null when nobody was, and in gaps
-- of before this was written down.
alter table gap add column asked_tam text, add column asked_since timestamptz,
  add check ((asked_tam is null) = (asked_since is null));
