CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES
  ('38af8e3b50e4e85d6220a4465f50b47a62c5d825b924558cd914e6c5856cfff7', 1778000000000),
  ('95bbd84d4e4ecbe87c1c956f095df411ab0633ef0e75505be4dc74af5b57e680', 1778300000000),
  ('15efe03a5b659e32e7b446a7e7d0bdf11d9f74e8210e06bdb57bf2a4649312b1', 1778200000000),
  ('15efe03a5b659e32e7b446a7e7d0bdf11d9f74e8210e06bdb57bf2a4649312b1', 1778200000001);
