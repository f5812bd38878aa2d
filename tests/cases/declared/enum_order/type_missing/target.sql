CREATE SCHEMA other;
CREATE TYPE gone AS ENUM ('a');
CREATE TYPE other.moved AS ENUM ('a');
CREATE DOMAIN domain AS text CHECK (VALUE IN ('a'));
CREATE TYPE here AS ENUM ('a');
