CREATE DOMAIN price AS numeric(10,2);
CREATE TABLE users (id bigint PRIMARY KEY, short bigint, long bigint, shrunk smallint, words text,
                    email text, amount numeric(12,2), mood text, count bigint, ident varchar, price price,
                    whole numeric, flag text, moments timestamptz, document jsonb);
INSERT INTO users VALUES (-1, -2, 4294967297, 7, 'a ', 'Ada', 1.50, 'ok', 5, 'n', 1.50, 9, 'true',
                          '2021-06-01 12:00:00Z', '{"a": 1}');
INSERT INTO users (id) VALUES (2);
