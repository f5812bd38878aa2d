CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES
  ('2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', 1778000000000),
  ('95bbd84d4e4ecbe87c1c956f095df411ab0633ef0e75505be4dc74af5b57e680', 1778300000000),
  ('a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa', 1778250000000);
