UPDATE pg_database SET datallowconn = false WHERE datname = current_database();
