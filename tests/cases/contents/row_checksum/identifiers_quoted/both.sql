CREATE TYPE mood AS ENUM ('bad', 'ok');
CREATE TABLE users (id integer PRIMARY KEY, relation regclass, type regtype, function regprocedure, role regrole, schema regnamespace, mood mood, amount numeric(10,2), "Odd" text);
INSERT INTO users VALUES (1, 'public.users', 'public.mood', 'pg_catalog.lower(text)', 'pg_monitor', 'public', 'ok', 1, 'a');
