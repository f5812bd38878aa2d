CREATE TABLE users (gone text, id integer PRIMARY KEY, email text, also_gone integer);
INSERT INTO users VALUES ('x', 1, 'a', 1), ('y', 2, 'b', 2);
ALTER TABLE users DROP COLUMN gone, DROP COLUMN also_gone;
ALTER TABLE users ADD COLUMN state text NOT NULL DEFAULT 'new', ADD COLUMN at timestamptz DEFAULT '2021-06-01 12:00:00Z';
