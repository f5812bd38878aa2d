CREATE COLLATION of_words (provider = icu, locale = 'en');
CREATE TABLE t (w text COLLATE of_words);
