CREATE EXTENSION file_fdw;
CREATE EXTENSION citext;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE elsewhere (id integer) SERVER files OPTIONS (filename '/dev/null');
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE person AS (name text, mood mood);
CREATE TYPE moods AS RANGE (subtype = mood);
CREATE TYPE point_of_time AS (day date, hour integer);
-- Only the function goes with the extension.
CREATE FUNCTION number() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
ALTER FUNCTION number() DEPENDS ON EXTENSION citext;
CREATE TABLE events (at point_of_time, number integer DEFAULT number());
CREATE TABLE events_archive () INHERITS (events, elsewhere);
CREATE FOREIGN TABLE events_elsewhere () INHERITS (events) SERVER files OPTIONS (filename '/dev/null');
CREATE MATERIALIZED VIEW days AS SELECT (at).day FROM events;
CREATE INDEX days_day ON days (day);
CREATE TABLE people (person person, name citext);
