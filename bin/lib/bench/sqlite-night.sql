-- sqlite3, the night: insert what is new, replace what is known by its order id.
pragma synchronous = normal;
pragma cache_size = -262144;
create temp table night as select * from orders limit 0;
.mode csv
.import --skip 1 '@night@' night
insert or replace into orders select * from night;
