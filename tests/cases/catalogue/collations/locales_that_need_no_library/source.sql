UPDATE pg_database SET datcollversion = NULL WHERE datname = current_database();
