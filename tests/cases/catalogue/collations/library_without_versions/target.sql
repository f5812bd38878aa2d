UPDATE pg_database SET datlocprovider = 'i', daticulocale = 'und',
       datcollversion = (SELECT collversion FROM pg_collation WHERE collname = 'german')
WHERE datname = current_database();
