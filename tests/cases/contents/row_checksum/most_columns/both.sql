CREATE TABLE widest_native (id integer PRIMARY KEY);
DO $$ BEGIN
  EXECUTE (SELECT 'ALTER TABLE widest_native ' || string_agg(
               format('ADD COLUMN c%s %s DEFAULT %L', n, kind.type, kind.value), ', ' ORDER BY n)
           FROM generate_series(1, 1599) AS n
           JOIN (VALUES (0, 'boolean', 'true')) AS kind (i, type, value) ON kind.i = n % (SELECT count(*) FROM (VALUES (0, 'boolean', 'true')) AS k));
END $$;
INSERT INTO widest_native (id) VALUES (1), (2);

CREATE TABLE widest_text (id integer PRIMARY KEY);
DO $$ BEGIN
  EXECUTE (SELECT 'ALTER TABLE widest_text ' || string_agg(
               format('ADD COLUMN c%s %s DEFAULT %L', n, kind.type, kind.value), ', ' ORDER BY n)
           FROM generate_series(1, 1599) AS n
           JOIN (VALUES (0, 'boolean', 'true')) AS kind (i, type, value) ON kind.i = n % (SELECT count(*) FROM (VALUES (0, 'boolean', 'true')) AS k));
END $$;
INSERT INTO widest_text (id) VALUES (1), (2);

CREATE TABLE widest_sha256 (id integer PRIMARY KEY);
DO $$ BEGIN
  EXECUTE (SELECT 'ALTER TABLE widest_sha256 ' || string_agg(
               format('ADD COLUMN c%s %s DEFAULT %L', n, kind.type, kind.value), ', ' ORDER BY n)
           FROM generate_series(1, 1599) AS n
           JOIN (VALUES (0, 'boolean', 'true')) AS kind (i, type, value) ON kind.i = n % (SELECT count(*) FROM (VALUES (0, 'boolean', 'true')) AS k));
END $$;
INSERT INTO widest_sha256 (id) VALUES (1), (2);
