CREATE SCHEMA odd;
CREATE SCHEMA "Odd Schema";
CREATE TABLE odd."Weird.Name" (
  "the key" integer PRIMARY KEY,
  "$s" integer,
  "$c" text NOT NULL,
  "$t" bigint,
  "$1" boolean NOT NULL,
  "count" numeric(10,2),
  "rows" numeric NOT NULL,
  "bucket" timestamptz,
  "ctid2" uuid NOT NULL,
  "a""b" char(5),
  "two
lines" jsonb NOT NULL,
  "k" float8,
  "d1" bytea NOT NULL,
  "d2" integer,
  "h" text NOT NULL,
  "digested" bigint,
  "digests" boolean NOT NULL,
  "select" numeric(10,2),
  "Größe" numeric NOT NULL,
  "it's" timestamptz,
  "100%" uuid NOT NULL,
  "a.b" char(5),
  " " jsonb NOT NULL,
  "sum1" float8,
  "v" bytea NOT NULL,
  "n" integer,
  "c" text NOT NULL,
  "0" bigint,
  "A" boolean NOT NULL,
  "user" numeric(10,2),
  "end" numeric NOT NULL
);
CREATE TABLE odd."two
lines" (LIKE odd."Weird.Name" INCLUDING ALL);
CREATE TABLE odd."it's" (LIKE odd."Weird.Name" INCLUDING ALL);
CREATE TABLE "Odd Schema".digested (LIKE odd."Weird.Name" INCLUDING ALL);
CREATE TABLE odd."a ""quoted"" word" (LIKE odd."Weird.Name" INCLUDING ALL);
CREATE TABLE odd."$c" (LIKE odd."Weird.Name" INCLUDING ALL);
CREATE TABLE odd."100%I" (LIKE odd."Weird.Name" INCLUDING ALL);
INSERT INTO odd."Weird.Name" VALUES (1, 1, 'a', 1, true, 1, 1.0, '2021-06-01 12:00Z', '00000000-0000-0000-0000-000000000001', 'a', '1', 1, '\x01', 1, 'a', 1, true, 1, 1.0, '2021-06-01 12:00Z', '00000000-0000-0000-0000-000000000001', 'a', '1', 1, '\x01', 1, 'a', 1, true, 1, 1.0);
INSERT INTO odd."Weird.Name" VALUES (2, 1, 'a', 1, true, 1, 1.0, '2021-06-01 12:00Z', '00000000-0000-0000-0000-000000000001', 'a', '1', 1, '\x01', 1, 'a', 1, true, 1, 1.0, '2021-06-01 12:00Z', '00000000-0000-0000-0000-000000000001', 'a', '1', 1, '\x01', 1, 'a', 1, true, 1, 1.0);
INSERT INTO odd."two
lines" SELECT * FROM odd."Weird.Name";
INSERT INTO odd."it's" SELECT * FROM odd."Weird.Name";
INSERT INTO "Odd Schema".digested SELECT * FROM odd."Weird.Name";
INSERT INTO odd."a ""quoted"" word" SELECT * FROM odd."Weird.Name";
INSERT INTO odd."$c" SELECT * FROM odd."Weird.Name";
INSERT INTO odd."100%I" SELECT * FROM odd."Weird.Name";
