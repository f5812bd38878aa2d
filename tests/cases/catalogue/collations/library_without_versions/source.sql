UPDATE pg_collation SET collversion = NULL WHERE collname = 'german';
UPDATE pg_database SET datlocprovider = 'i', daticulocale = 'und', datcollversion = NULL
WHERE datname = current_database();
