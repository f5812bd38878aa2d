CREATE TABLE amounts (id integer PRIMARY KEY, amount numeric(10,2));
INSERT INTO amounts VALUES (1, 1.5), (2, NULL);
CREATE TABLE wider (id integer PRIMARY KEY, amount numeric(10,2));
INSERT INTO wider VALUES (1, 1.5), (2, NULL);
