-- The board shows the gaps of a day, open or ended.
create index gap_ended on gap (upper(during)) where not upper_inf(during);
