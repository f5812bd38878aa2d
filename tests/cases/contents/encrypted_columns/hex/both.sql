CREATE TABLE tokens (id int, token text);
INSERT INTO tokens VALUES (1, 'deadBEEF00');
-- A namesake, and another table with such a column.
CREATE SCHEMA other;
CREATE TABLE other.tokens (id int, token text);
CREATE TABLE copies (token text);
