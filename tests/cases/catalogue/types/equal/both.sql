CREATE DOMAIN email AS text COLLATE "C" DEFAULT 'a@b' NOT NULL CHECK (VALUE ~ '@');
CREATE TYPE pair AS (one int, other varchar(10));
CREATE TYPE span AS RANGE (subtype = numeric);
CREATE EXTENSION hstore;
