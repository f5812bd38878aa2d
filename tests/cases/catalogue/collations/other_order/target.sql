CREATE COLLATION of_words (provider = icu, locale = 'en-u-kf-upper');
CREATE TABLE t (w text COLLATE of_words);
