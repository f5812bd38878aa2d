-- BETWEEN and row comparisons within AND and OR, wherever an expression may stand.
CREATE SCHEMA nested_conditions;
SET search_path = nested_conditions;
CREATE TABLE priced (no int PRIMARY KEY, a int, b int, word text,
  CHECK (a BETWEEN 1 AND 9 AND word <> ''), CHECK ((a, b) IN ((1, 2), (3, 4)) OR a NOT BETWEEN b AND 7),
  doubled int GENERATED ALWAYS AS (CASE WHEN a BETWEEN 1 AND 5 AND b > 0 THEN 2 ELSE 1 END) STORED,
  EXCLUDE USING btree (a WITH =) WHERE (b BETWEEN 1 AND 2 OR a IN (b, 4)));
CREATE INDEX ON priced (a) WHERE b BETWEEN 1 AND 5 AND (a > 2 OR word IN ('x', 'y'));
CREATE DOMAIN small AS int CHECK (VALUE BETWEEN 1 AND 9 AND VALUE <> 4);
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER noted BEFORE INSERT ON priced FOR EACH ROW
  WHEN (new.a BETWEEN 1 AND 3 AND new.b IS DISTINCT FROM 2) EXECUTE FUNCTION noted();
ALTER TABLE priced ENABLE ROW LEVEL SECURITY;
CREATE POLICY few ON priced USING (a BETWEEN 1 AND 3 AND (b > 1 OR word = 'w'));
INSERT INTO priced VALUES (1, 1, 2, 'w');
