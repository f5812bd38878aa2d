UPDATE pg_collation SET collversion = '1.0' WHERE collname = 'german';
