-- The addresses of webhooks in a calendar's document are sealed. Of the key under which, its name; null: written before they
-- were, and sealed once a service with a key has started.
alter table calendar_version add column sealed_under text;
