CREATE TABLE amounts (id integer PRIMARY KEY, amount numeric(10,3));
INSERT INTO amounts VALUES (1, 1.5), (2, NULL);
CREATE TABLE wider (id integer PRIMARY KEY, amount numeric(12,2));
INSERT INTO wider VALUES (1, 1.5), (2, NULL);
