CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int);
CREATE TABLE c (id int PRIMARY KEY, n int);
CREATE TABLE d (id int);
INSERT INTO b VALUES (1), (1);
INSERT INTO c VALUES (1, 1), (2, 1);
INSERT INTO d VALUES (1), (1), (2), (2);
CREATE INDEX seen_b ON b (id);
CREATE INDEX seen_d ON d (id);
UPDATE pg_index SET indisunique = true WHERE indexrelid IN ('seen_b'::regclass, 'seen_d'::regclass);
-- Its index takes for equal what the column doesn't.
CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE e (word text);
INSERT INTO e VALUES ('a'), ('A');
CREATE INDEX seen_e ON e (word COLLATE caseless);
UPDATE pg_index SET indisunique = true WHERE indexrelid = 'seen_e'::regclass;
