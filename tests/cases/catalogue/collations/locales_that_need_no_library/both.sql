CREATE COLLATION plain (provider = libc, locale = 'C');
CREATE COLLATION bytes (provider = libc, locale = 'C.utf8');
CREATE TABLE t (a text COLLATE plain, b text COLLATE bytes, c text COLLATE "POSIX");
