CREATE COLLATION of_words (lc_collate = 'C', lc_ctype = 'C.UTF-8');
CREATE TABLE t (w text COLLATE of_words);
