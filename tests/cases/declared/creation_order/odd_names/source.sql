CREATE EXTENSION "uuid-ossp";
CREATE SCHEMA odd;
CREATE SCHEMA "Odd Schema";
CREATE TYPE odd."Weird.Type" AS ENUM ('a');
CREATE TABLE odd."Weird.Name" (
  id uuid PRIMARY KEY DEFAULT public.uuid_generate_v4(), kind odd."Weird.Type");
CREATE TABLE "Odd Schema"."a ""word""" (id uuid REFERENCES odd."Weird.Name");
CREATE INDEX "Weird.Index" ON odd."Weird.Name" (kind);
