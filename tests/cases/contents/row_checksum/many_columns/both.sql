CREATE TABLE wide_native (id integer PRIMARY KEY);
DO $$ BEGIN
  EXECUTE (SELECT 'ALTER TABLE wide_native ' || string_agg(
               format('ADD COLUMN c%s %s DEFAULT %L', n, kind.type, kind.value), ', ' ORDER BY n)
           FROM generate_series(1, 200) AS n
           JOIN (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS kind (i, type, value) ON kind.i = n % (SELECT count(*) FROM (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS k));
END $$;
INSERT INTO wide_native (id) VALUES (1), (2);

CREATE TABLE wide_native_not_null (id integer PRIMARY KEY);
DO $$ BEGIN
  EXECUTE (SELECT 'ALTER TABLE wide_native_not_null ' || string_agg(
               format('ADD COLUMN c%s %s NOT NULL DEFAULT %L', n, kind.type, kind.value), ', ' ORDER BY n)
           FROM generate_series(1, 200) AS n
           JOIN (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS kind (i, type, value) ON kind.i = n % (SELECT count(*) FROM (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS k));
END $$;
INSERT INTO wide_native_not_null (id) VALUES (1), (2);

CREATE TABLE wide_text (id integer PRIMARY KEY);
DO $$ BEGIN
  EXECUTE (SELECT 'ALTER TABLE wide_text ' || string_agg(
               format('ADD COLUMN c%s %s DEFAULT %L', n, kind.type, kind.value), ', ' ORDER BY n)
           FROM generate_series(1, 200) AS n
           JOIN (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS kind (i, type, value) ON kind.i = n % (SELECT count(*) FROM (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS k));
END $$;
INSERT INTO wide_text (id) VALUES (1), (2);

CREATE TABLE wide_text_not_null (id integer PRIMARY KEY);
DO $$ BEGIN
  EXECUTE (SELECT 'ALTER TABLE wide_text_not_null ' || string_agg(
               format('ADD COLUMN c%s %s NOT NULL DEFAULT %L', n, kind.type, kind.value), ', ' ORDER BY n)
           FROM generate_series(1, 200) AS n
           JOIN (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS kind (i, type, value) ON kind.i = n % (SELECT count(*) FROM (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS k));
END $$;
INSERT INTO wide_text_not_null (id) VALUES (1), (2);

CREATE TABLE wide_sha256 (id integer PRIMARY KEY);
DO $$ BEGIN
  EXECUTE (SELECT 'ALTER TABLE wide_sha256 ' || string_agg(
               format('ADD COLUMN c%s %s DEFAULT %L', n, kind.type, kind.value), ', ' ORDER BY n)
           FROM generate_series(1, 200) AS n
           JOIN (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS kind (i, type, value) ON kind.i = n % (SELECT count(*) FROM (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS k));
END $$;
INSERT INTO wide_sha256 (id) VALUES (1), (2);

CREATE TABLE wide_sha256_not_null (id integer PRIMARY KEY);
DO $$ BEGIN
  EXECUTE (SELECT 'ALTER TABLE wide_sha256_not_null ' || string_agg(
               format('ADD COLUMN c%s %s NOT NULL DEFAULT %L', n, kind.type, kind.value), ', ' ORDER BY n)
           FROM generate_series(1, 200) AS n
           JOIN (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS kind (i, type, value) ON kind.i = n % (SELECT count(*) FROM (VALUES (0, 'integer', '1'), (1, 'text', 'a'), (2, 'bigint', '1'),
                        (3, 'timestamptz', '2021-06-01 12:00Z'), (4, 'numeric(10,2)', '1'), (5, 'boolean', 'true')) AS k));
END $$;
INSERT INTO wide_sha256_not_null (id) VALUES (1), (2);
