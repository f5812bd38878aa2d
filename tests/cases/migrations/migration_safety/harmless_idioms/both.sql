CREATE TABLE users (id int NOT NULL, name text);
CREATE TABLE settings (key text PRIMARY KEY, value text);
