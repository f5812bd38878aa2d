CREATE TABLE slug (name text);
INSERT INTO slug VALUES ('ada');
