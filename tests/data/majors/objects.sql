-- Objects of every kind that gonogo compares. Major versions print the definitions of some of them
-- differently. The roles reader and writer must exist.
CREATE EXTENSION pg_trgm;
CREATE EXTENSION hstore;
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION citext;
CREATE SCHEMA app;
CREATE SCHEMA "Odd.Schema";
CREATE TYPE app.mood AS ENUM ('calm','it''s','wild');
ALTER TYPE app.mood ADD VALUE 'first' BEFORE 'calm';
CREATE DOMAIN app.email AS text COLLATE "C" DEFAULT 'x@y' CHECK (VALUE ~ '@') NOT NULL;
CREATE TYPE app.pair AS (a int, b varchar(10));
CREATE TYPE app.span AS RANGE (subtype = numeric);
-- From 14 on, ranges have multiranges, whose names are cut.
CREATE TYPE app.a_type_whose_name_is_as_long_as_names_of_types_may_be_12345 AS RANGE (subtype = int);
CREATE TYPE app."ein Bereich, dessen Name Umlaute hat und so länger ist: ääää" AS RANGE (subtype = int);
CREATE TABLE app.t (id bigserial PRIMARY KEY, a int NOT NULL, b varchar(20) CHECK (b IN
    ('x','y')), m app.mood, e app.email, p app.pair, s app.span, j jsonb, ts timestamptz DEFAULT
    now(), h hstore, c citext);
CREATE TABLE app.u (id int GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5) PRIMARY KEY, t_id
    bigint REFERENCES app.t, v text) WITH (fillfactor=70, autovacuum_enabled=false,
    toast.autovacuum_enabled=false);
CREATE UNLOGGED TABLE app.un (x int);
CREATE TABLE "Odd.Schema"."Odd ""T" ("Weird Col" int, PRIMARY KEY("Weird Col"));
ALTER TABLE app.u REPLICA IDENTITY FULL;
ALTER TABLE app.t ALTER a SET STATISTICS 500;
CREATE STATISTICS app.st (dependencies) ON a, b FROM app.t;
CREATE VIEW app.v1 AS SELECT id, lower(b) AS lb, m FROM app.t WHERE a > 3 AND EXISTS (SELECT 1
    FROM app.u WHERE u.t_id = t.id) ORDER BY a;
CREATE VIEW app.v2 WITH (security_barrier) AS SELECT t.id, u.v, count(*) OVER (PARTITION BY t.a)
    FROM app.t LEFT JOIN app.u ON u.t_id = t.id WHERE t.b IN ('x','y');
CREATE VIEW app.v3 AS WITH w AS (SELECT a FROM app.t) SELECT a FROM w UNION ALL SELECT id FROM
    app.u;
CREATE VIEW app.v4 AS SELECT x.a, (SELECT max(id) FROM app.u WHERE u.t_id = x.id) AS mx, x AS
    whole, (x.p).a AS pa FROM app.t x;
CREATE VIEW app.v5 AS SELECT extract(year from ts) AS y, substring(b from 1 for 2), trim(both ' '
    from b), position('a' in b), overlay(b placing 'z' from 1), ts AT TIME ZONE 'UTC' AS z,
    date_trunc('day', ts), current_date, j->>'a' AS ja FROM app.t;
CREATE VIEW app.v6 AS SELECT g FROM generate_series(1,3) g;
CREATE VIEW app.v7 AS SELECT a, sum(id) s FROM app.t GROUP BY a HAVING count(*) > 1;
CREATE VIEW app.v8 AS SELECT * FROM (VALUES (1,'a'),(2,'b')) AS vals(n, l);
CREATE VIEW app.v9 AS SELECT a+1 AS a1, CASE WHEN b = 'x' THEN 1 ELSE 2 END AS cs, array_agg(id
    ORDER BY id) AS ag FROM app.t GROUP BY a+1, b, CUBE(a);
CREATE VIEW app.v10 AS SELECT t.a, l.k FROM app.t, LATERAL jsonb_object_keys(t.j) AS l(k);
CREATE VIEW app.v11 AS SELECT DISTINCT ON (a) a, b FROM app.t ORDER BY a, b DESC LIMIT 5;
CREATE VIEW app.v12 AS SELECT row_number() OVER w AS rn, a FROM app.t WINDOW w AS (PARTITION BY b
    ORDER BY a);
CREATE VIEW app.v13 AS SELECT s.a FROM (SELECT a, id FROM app.t WHERE a IS NOT NULL) s WHERE s.id
    IN (SELECT t_id FROM app.u);
CREATE VIEW app.v14 AS WITH RECURSIVE r(n) AS (VALUES (1) UNION ALL SELECT n+1 FROM r WHERE n <
    10) SELECT n FROM r;
CREATE VIEW app.v15 WITH (check_option=local) AS SELECT id, a FROM app.t WHERE a > 0;
CREATE MATERIALIZED VIEW app.mv AS SELECT a, count(*) FROM app.t GROUP BY a;
CREATE UNIQUE INDEX ON app.mv(a);
CREATE MATERIALIZED VIEW app.mv0 AS SELECT 1 AS a WITH NO DATA;
CREATE FUNCTION app.f(a int, b text DEFAULT 'x') RETURNS TABLE(x int, y text) LANGUAGE plpgsql
    STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$ BEGIN RETURN QUERY SELECT 1, 'y';
    END $$;
CREATE FUNCTION app.sd() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
CREATE PROCEDURE app.pr(INOUT x int) LANGUAGE plpgsql AS $$ BEGIN x := 1; END $$;
CREATE FUNCTION app.cat(text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
    'SELECT $1 || $2';
CREATE AGGREGATE app.concat(text) (SFUNC = app.cat, STYPE = text, INITCOND = '');
CREATE OPERATOR app.||| (LEFTARG = text, RIGHTARG = text, FUNCTION = app.cat);
CREATE CAST (app.pair AS text) WITH INOUT;
CREATE COLLATION app.nat (provider = icu, locale = 'en-u-kn-true', deterministic = false);
CREATE TEXT SEARCH DICTIONARY app.d (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION app.cfg (COPY = simple);
CREATE FUNCTION app.et() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION app.et();
ALTER EVENT TRIGGER et DISABLE;
CREATE SERVER old FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'old.example', dbname 'd');
CREATE USER MAPPING FOR writer SERVER old OPTIONS (user 'u', password 'secretpw');
COMMENT ON TABLE app.t IS 'a table';
COMMENT ON COLUMN app.t.a IS 'a column';
COMMENT ON FUNCTION app.sd() IS 'f';
COMMENT ON CONSTRAINT t_pkey ON app.t IS 'k';
COMMENT ON SCHEMA app IS 's';
COMMENT ON TYPE app.mood IS 'm';
GRANT USAGE ON SCHEMA app TO reader;
GRANT SELECT ON ALL TABLES IN SCHEMA app TO reader;
GRANT ALL ON app.t TO writer WITH GRANT OPTION;
GRANT UPDATE (v, t_id) ON app.u TO writer;
GRANT USAGE ON SEQUENCE app.t_id_seq TO writer;
REVOKE EXECUTE ON FUNCTION app.sd() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sd() TO reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO reader;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER TABLE app.u OWNER TO writer;
INSERT INTO app.t (a, b, m, e, ts) SELECT g, 'x', 'calm', 'a@b', '2026-01-01' FROM generate_series(1,50) g;
CREATE TABLE app.part (id int, k int) PARTITION BY RANGE (k);
CREATE TABLE app.part1 PARTITION OF app.part FOR VALUES FROM (0) TO (10);
CREATE TABLE app.partd PARTITION OF app.part DEFAULT;
CREATE SEQUENCE app.lone AS smallint INCREMENT -1 MAXVALUE -1 MINVALUE -100 CYCLE CACHE 5;
CREATE RULE r AS ON INSERT TO app.v15 DO INSTEAD INSERT INTO app.t(a) VALUES (NEW.a) RETURNING
    t.id, t.a;
CREATE POLICY pol ON app.t FOR SELECT TO reader USING (a > 0 AND id IN (SELECT t_id FROM app.u));
-- Names that newer versions quote, because they are keywords there.
CREATE TABLE app.json (id int PRIMARY KEY, json jsonb, merge_action int,
                       CONSTRAINT json_scalar CHECK (merge_action BETWEEN 1 AND 9 AND id > 0));
CREATE INDEX json_array ON app.json USING gin (json);
CREATE VIEW app.json_value AS SELECT id, json FROM app.json WHERE merge_action IN (1, 2);
CREATE SEQUENCE app.json_exists OWNED BY app.json.id;
CREATE TYPE app.json_query AS (json int);
CREATE POLICY json_object ON app.json TO reader, reader USING (merge_action BETWEEN 1 AND 9 AND id > 0);
COMMENT ON COLUMN app.json.json IS 'json';
GRANT SELECT (json) ON app.json TO reader;
INSERT INTO app.json SELECT nextval('app.json_exists'), '{}', 1;
