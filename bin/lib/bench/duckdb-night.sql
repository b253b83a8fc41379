-- DuckDB, the night: insert what is new, replace what is known by its order id.
set threads = 2;
set preserve_insertion_order = false;
create temp table night as from orders limit 0;
copy night from '@night@' (header, delimiter ',');
insert or replace into orders from night;
checkpoint;
