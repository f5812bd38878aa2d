CREATE SCHEMA auth;
CREATE TABLE auth.sessions (id integer);
CREATE TABLE auth."old.tokens" (id integer);
CREATE TABLE "Sessions" (id integer);
CREATE TABLE sessions (id integer);
