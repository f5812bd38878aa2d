UPDATE pg_database SET datcollversion = '2.31' WHERE datname = current_database();
