CREATE TABLE users (id integer PRIMARY KEY, email text, born date, amount numeric(10,2), flag boolean, at timestamptz, code char(3), v jsonb);
CREATE TABLE notes (note text, n integer);
CREATE TABLE marks ();
