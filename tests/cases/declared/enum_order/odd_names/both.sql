CREATE SCHEMA odd;
CREATE SCHEMA "Odd Schema";
CREATE TYPE odd."Weird.Type" AS ENUM
  ('it''s', 'a, b', E'two\nlines', 'größe', '"quoted"', '', '\');
CREATE TYPE "Odd Schema".mood AS ENUM ('Z', 'a');
