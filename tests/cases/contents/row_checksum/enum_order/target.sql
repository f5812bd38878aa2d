-- Takes up oids.
CREATE TYPE earlier AS ENUM ('x', 'y');
CREATE TYPE feelings AS ENUM ('fine', 'soso', 'bad', 'ok');
CREATE TABLE people (id integer PRIMARY KEY, moods feelings[], other feelings, mood feelings NOT NULL);
INSERT INTO people (id, mood, other, moods) VALUES (1, 'ok', 'fine', '{ok,bad}'), (2, 'bad', NULL, NULL);
DO $$ BEGIN
  EXECUTE (SELECT format('CREATE TYPE many AS ENUM (%s)',
                         string_agg(quote_literal('a' || n), ', ' ORDER BY n DESC))
           FROM generate_series(1, 40) AS n);
END $$;
-- Sorts between labels with lower oids.
ALTER TYPE many ADD VALUE 'a0' BEFORE 'a20';
CREATE TABLE letters (id integer PRIMARY KEY, letter many);
INSERT INTO letters SELECT n, ('a' || n)::many FROM generate_series(1, 40) AS n;
CREATE TABLE grown (id integer PRIMARY KEY, letter many NOT NULL);
INSERT INTO grown VALUES (1, 'a1'), (2, 'a2');
