CREATE ROLE reader;
CREATE ROLE writer;
CREATE TABLE t (n int);
GRANT ALL ON t TO writer;
