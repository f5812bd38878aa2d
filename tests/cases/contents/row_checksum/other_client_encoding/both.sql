CREATE TABLE users (id text PRIMARY KEY, v text);
INSERT INTO users VALUES (U&'\00e4', U&'\00fc');
CREATE TYPE mood AS ENUM (U&'\00fc');
CREATE TABLE equal (id text PRIMARY KEY, mood mood, letter "char");
INSERT INTO equal VALUES (U&'\00e4', U&'\00fc', 'a');
ALTER DATABASE gate_case SET client_encoding = 'LATIN1';
