-- Types, functions and tables that the expressions and views of this folder use.
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE comp AS (x integer, y text);
CREATE TYPE pair AS (one comp, other comp);
CREATE DOMAIN posint AS integer CHECK (VALUE > 0);
CREATE DOMAIN word AS varchar(10) DEFAULT 'w' CHECK (VALUE IN ('w', 'x', 'y') AND VALUE <> '');
CREATE SCHEMA app;
CREATE FUNCTION app.f(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION app.g(a integer, b text DEFAULT 'b', VARIADIC c integer[] DEFAULT '{1}') RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION app.many(integer) RETURNS SETOF comp LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1, ''a'')::public.comp';
CREATE FUNCTION app.anyrow() RETURNS SETOF record LANGUAGE sql IMMUTABLE AS 'SELECT 1, ''a''::text';
CREATE FUNCTION app.near(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs($1 - $2) < 2';
CREATE OPERATOR app.=~= (LEFTARG = integer, RIGHTARG = integer, FUNCTION = app.near);
CREATE OPERATOR app.!!! (RIGHTARG = integer, FUNCTION = app.f);
CREATE COLLATION app.german (LOCALE = 'C');
CREATE TABLE t (
  id integer PRIMARY KEY, a integer, b integer, c integer, big bigint, small smallint, n numeric(10,2), r real,
  f double precision, s text, v varchar(20), ch char(5), nm name, bo boolean, d date, ti time, tz timetz,
  ts timestamp, tstz timestamptz, iv interval, u uuid, j json, jb jsonb, x xml, ia integer[], ta text[],
  va varchar(9)[], ba bytea, bi bit(8), vb varbit, ip inet, ci cidr, po point, bx box, rg int4range,
  tr tstzrange, tv tsvector, tq tsquery, mo money, oi oid, rc regclass, en mood, co comp, pa pair,
  dm posint, dw word, coa comp[], "Upper" integer, "select" integer, json text, "a b" text, ia2 integer[][]);
CREATE TABLE other (id integer PRIMARY KEY, t_id integer REFERENCES t, name text, amount numeric, at date, a integer);
CREATE SEQUENCE t_seq;
