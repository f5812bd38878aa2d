DROP TABLE users;
CREATE TABLE users (id integer);
ALTER TABLE other RENAME TO old;
ALTER TABLE spare RENAME TO other;
