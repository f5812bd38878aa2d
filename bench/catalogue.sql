-- A schema of :tables tables with 20 rows each and indexes, of which two thirds have a third one; with
-- foreign keys, sequences, checks, triggers, policies, views, functions and comments.
--   psql -v tables=600 -f bench/catalogue.sql
SELECT set_config('bench.tables', :'tables', false);
CREATE SCHEMA wide;
CREATE TYPE wide.state AS ENUM ('open', 'paid', 'closed');
CREATE FUNCTION wide.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.changed := now(); RETURN NEW; END';
DO $$
BEGIN
    FOR i IN 1..current_setting('bench.tables')::integer LOOP
        EXECUTE format(
            'CREATE TABLE wide.%1$I (id bigserial PRIMARY KEY, code text NOT NULL UNIQUE, '
            'owner_id bigint REFERENCES wide.%2$I, state wide.state DEFAULT ''open'', '
            'amount numeric(12, 2) CHECK (amount >= 0), note varchar(200), '
            'changed timestamptz DEFAULT now(), data jsonb, flag boolean, score double precision)',
            't' || i, 't' || greatest(i - 1, 1));
        IF i % 3 > 0 THEN
            EXECUTE format('CREATE INDEX ON wide.%I (owner_id, state) WHERE flag', 't' || i);
        END IF;
        EXECUTE format('CREATE TRIGGER stamp BEFORE UPDATE ON wide.%I '
                       'FOR EACH ROW EXECUTE FUNCTION wide.stamp()', 't' || i);
        EXECUTE format('COMMENT ON TABLE wide.%I IS ''table %s''', 't' || i, i);
        EXECUTE format('INSERT INTO wide.%I (code, amount, changed) SELECT n, n, ''2026-01-01'' '
                       'FROM generate_series(1, 20) AS n',
                       't' || i);
        IF i % 6 = 0 THEN
            EXECUTE format('CREATE POLICY mine ON wide.%I USING (flag)', 't' || i);
            EXECUTE format('CREATE VIEW wide.%I AS SELECT id, lower(code) AS code FROM wide.%I WHERE flag',
                           'v' || i, 't' || i);
            EXECUTE format('CREATE FUNCTION wide.%I(a integer) RETURNS integer LANGUAGE sql AS ''SELECT a + %s''',
                           'f' || i, i);
        END IF;
    END LOOP;
END $$;
