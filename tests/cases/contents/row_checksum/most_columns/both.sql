-- One CREATE TABLE each: to add 1,599 columns to a table that is there takes ten times as long.
DO $$
DECLARE
  columns text := (SELECT string_agg(format('c%s boolean DEFAULT true', n), ', ' ORDER BY n)
                   FROM generate_series(1, 1599) AS n);
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['widest_native', 'widest_text', 'widest_sha256'] LOOP
    EXECUTE format('CREATE TABLE %I (id integer PRIMARY KEY, %s)', name, columns);
    EXECUTE format('INSERT INTO %I (id) VALUES (1), (2)', name);
  END LOOP;
END $$;
