CREATE EXTENSION citext;
CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE texts (id text COLLATE caseless PRIMARY KEY);
CREATE TABLE numbers (id numeric PRIMARY KEY);
CREATE TABLE logins (id citext PRIMARY KEY);
