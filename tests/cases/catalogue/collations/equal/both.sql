CREATE COLLATION german (provider = icu, locale = 'de');
CREATE TABLE t (w text, c text COLLATE "C", p text COLLATE "POSIX");
CREATE INDEX ON t (w COLLATE german);
