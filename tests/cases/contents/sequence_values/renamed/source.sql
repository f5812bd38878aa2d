CREATE TABLE t (id serial);
CREATE SEQUENCE "Odd ""one""";
SELECT setval('"Odd ""one"""', 9);
