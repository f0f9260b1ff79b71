-- The W3C trace of what a message tells of: of its first item, where that is known.
alter table notification add column traceparent text;
