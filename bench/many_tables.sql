-- :tables small tables with up to 20 rows each.
--   psql -v tables=1000 -f bench/many_tables.sql
SELECT set_config('bench.tables', :'tables', false);
CREATE SCHEMA many;
DO $$
BEGIN
    FOR i IN 1..current_setting('bench.tables')::integer LOOP
        EXECUTE format('CREATE TABLE many.%I (id integer PRIMARY KEY, note text NOT NULL)', 't' || i);
        EXECUTE format('INSERT INTO many.%I SELECT n, ''note '' || n FROM generate_series(1, %s) AS n',
                       't' || i, 1 + i % 20);
    END LOOP;
END $$;
