CREATE COLLATION of_words (lc_collate = 'C', lc_ctype = 'C');
CREATE TABLE t (w text COLLATE of_words);
