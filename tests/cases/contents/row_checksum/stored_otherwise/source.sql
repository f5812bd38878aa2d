CREATE TABLE users (id integer PRIMARY KEY, words text, octets bytea, document jsonb, number numeric, list integer[]);
ALTER TABLE users ALTER words SET STORAGE EXTERNAL, ALTER octets SET STORAGE EXTERNAL, ALTER document SET STORAGE EXTERNAL, ALTER list SET STORAGE EXTERNAL;
INSERT INTO users SELECT n, repeat('word ', 10000), decode(repeat('00ff', 10000), 'hex'), (SELECT jsonb_agg(n) FROM generate_series(1, 5000) AS n), repeat('1234567890', 1000)::numeric, array_fill(7, ARRAY[5000])
FROM generate_series(1, 3) AS n;
INSERT INTO users VALUES (4, repeat('x', 126), decode(repeat('00', 127), 'hex'), '[]', 1, '{}');
