CREATE TABLE users (id integer);
CREATE EXTENSION citext;
CREATE TABLE jobs (id integer);
ALTER EXTENSION citext ADD TABLE jobs;
