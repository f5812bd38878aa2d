CREATE TABLE t (id int, word text, state text);
