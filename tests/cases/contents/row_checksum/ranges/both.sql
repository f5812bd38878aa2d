-- 13 has no multiranges: these are texts there.
DO $$ BEGIN
  IF to_regtype('nummultirange') IS NULL THEN
    CREATE DOMAIN nummultirange AS text;
    CREATE DOMAIN int4multirange AS text;
  END IF;
END $$;
CREATE TYPE ratios AS RANGE (subtype = float8);
CREATE TABLE scale (id integer PRIMARY KEY, v numrange);
INSERT INTO scale VALUES (1, '[1.0,2)'), (2, '[1.0,2)');
CREATE TABLE scale_not_null (id integer PRIMARY KEY, v numrange NOT NULL);
INSERT INTO scale_not_null VALUES (1, '[1.0,2)'), (2, '[1.0,2)');
CREATE TABLE bound (id integer PRIMARY KEY, v numrange);
INSERT INTO bound VALUES (1, '[1,2)'), (2, '[1,2)');
CREATE TABLE bound_not_null (id integer PRIMARY KEY, v numrange NOT NULL);
INSERT INTO bound_not_null VALUES (1, '[1,2)'), (2, '[1,2)');
CREATE TABLE unbounded (id integer PRIMARY KEY, v tstzrange);
INSERT INTO unbounded VALUES (1, '[2021-01-01 00:00Z,)'), (2, '[2021-01-01 00:00Z,)');
CREATE TABLE unbounded_not_null (id integer PRIMARY KEY, v tstzrange NOT NULL);
INSERT INTO unbounded_not_null VALUES (1, '[2021-01-01 00:00Z,)'), (2, '[2021-01-01 00:00Z,)');
CREATE TABLE own_type (id integer PRIMARY KEY, v ratios);
INSERT INTO own_type VALUES (1, '[-0,1)'), (2, '[-0,1)');
CREATE TABLE own_type_not_null (id integer PRIMARY KEY, v ratios NOT NULL);
INSERT INTO own_type_not_null VALUES (1, '[-0,1)'), (2, '[-0,1)');
CREATE TABLE multirange (id integer PRIMARY KEY, v nummultirange);
INSERT INTO multirange VALUES (1, '{[1.0,2)}'), (2, '{[1.0,2)}');
CREATE TABLE multirange_not_null (id integer PRIMARY KEY, v nummultirange NOT NULL);
INSERT INTO multirange_not_null VALUES (1, '{[1.0,2)}'), (2, '{[1.0,2)}');
CREATE TABLE hole (id integer PRIMARY KEY, v int4multirange);
INSERT INTO hole VALUES (1, '{[1,5)}'), (2, '{[1,5)}');
CREATE TABLE hole_not_null (id integer PRIMARY KEY, v int4multirange NOT NULL);
INSERT INTO hole_not_null VALUES (1, '{[1,5)}'), (2, '{[1,5)}');
CREATE TABLE in_an_array (id integer PRIMARY KEY, v int4range[]);
INSERT INTO in_an_array VALUES (1, '{"[1,2)"}'), (2, '{"[1,2)"}');
CREATE TABLE in_an_array_not_null (id integer PRIMARY KEY, v int4range[] NOT NULL);
INSERT INTO in_an_array_not_null VALUES (1, '{"[1,2)"}'), (2, '{"[1,2)"}');
