SELECT lo_create(101), lo_create(102);
ALTER LARGE OBJECT 101 OWNER TO app;
ALTER LARGE OBJECT 102 OWNER TO app;
CREATE TABLE excluded (id serial, b int);
CREATE STATISTICS of_excluded ON id, b FROM excluded;
