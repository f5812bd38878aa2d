CREATE DOMAIN email AS varchar CHECK (VALUE ~ '@');
CREATE TYPE pair AS (one int, other varchar(10));
CREATE TYPE span AS RANGE (subtype = int);
CREATE TYPE mood AS ENUM ('wild', 'calm');
