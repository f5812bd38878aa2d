CREATE COLLATION german (provider = icu, locale = 'de');
CREATE TABLE t (w text COLLATE german);
