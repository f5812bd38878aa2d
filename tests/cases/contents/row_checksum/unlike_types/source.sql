CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('bad', 'ok');
CREATE DOMAIN positive AS integer;
CREATE TABLE users (id integer PRIMARY KEY, short smallint, long bigint, shrunk bigint, words varchar(10),
                    email citext, amount numeric(10,2), mood mood, count positive, ident name, price numeric,
                    whole integer, flag boolean, moments timestamptz(0), document json);
INSERT INTO users VALUES (-1, -2, 4294967297, 7, 'a ', 'Ada', 1.50, 'ok', 5, 'n', 1.50, 9, true,
                          '2021-06-01 12:00:00Z', '{"a": 1}');
INSERT INTO users (id) VALUES (2);
