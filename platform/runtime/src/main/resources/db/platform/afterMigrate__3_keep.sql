-- For how long chains are kept is the owner's to say: told anew with every start.
update chain_retention set keep = interval '${audit-keep}' where keep <> interval '${audit-keep}';
