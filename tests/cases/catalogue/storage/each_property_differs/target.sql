CREATE UNLOGGED TABLE t (id int, v text) WITH (fillfactor = 80);
