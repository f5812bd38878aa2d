CREATE TYPE mood AS ENUM ('bad', 'ok', 'fine');
CREATE TABLE people (id integer PRIMARY KEY, mood mood NOT NULL, other mood, moods mood[]);
INSERT INTO people VALUES (1, 'ok', 'fine', '{ok,bad}'), (2, 'bad', NULL, NULL);
DO $$ BEGIN
  EXECUTE (SELECT format('CREATE TYPE many AS ENUM (%s)', string_agg(quote_literal('a' || n), ', '))
           FROM generate_series(1, 40) AS n);
END $$;

CREATE TABLE letters (id integer PRIMARY KEY, letter many);
INSERT INTO letters SELECT n, ('a' || n)::many FROM generate_series(1, 40) AS n;
CREATE TYPE few AS ENUM ('a1', 'a2');
CREATE TABLE grown (id integer PRIMARY KEY, letter few NOT NULL);
INSERT INTO grown VALUES (1, 'a1'), (2, 'a2');
