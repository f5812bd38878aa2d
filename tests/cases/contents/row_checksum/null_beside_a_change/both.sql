CREATE TABLE t (id integer PRIMARY KEY, a text NOT NULL, born date, bytes bytea, moment timestamptz,
                price numeric, zz interval);
INSERT INTO t SELECT i, 'a' FROM generate_series(1, 4) AS i;
