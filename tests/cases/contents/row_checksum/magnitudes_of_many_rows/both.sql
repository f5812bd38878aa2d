CREATE TABLE amounts (id integer PRIMARY KEY, amount numeric(12,2) NOT NULL);
INSERT INTO amounts SELECT n, 5 FROM generate_series(1, 40) AS n;
CREATE TABLE exchanged (id integer PRIMARY KEY, amount numeric(12,2) NOT NULL);
INSERT INTO exchanged SELECT n, CASE n % 2 WHEN 0 THEN 5 ELSE 50000 END FROM generate_series(1, 40) AS n;
