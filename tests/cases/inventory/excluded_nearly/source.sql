CREATE SCHEMA auth;
CREATE TABLE auth.sessions (id integer);
CREATE TABLE "Sessions" (id integer);
CREATE TABLE sessions (id integer);
