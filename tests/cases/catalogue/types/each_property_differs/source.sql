CREATE DOMAIN email AS text DEFAULT 'a@b' NOT NULL CHECK (VALUE ~ '@') CONSTRAINT long CHECK (length(VALUE) > 3);
CREATE TYPE pair AS (one int, other varchar(12));
CREATE TYPE span AS RANGE (subtype = numeric);
CREATE TYPE mood AS ENUM ('calm', 'wild');
