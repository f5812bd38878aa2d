CREATE UNLOGGED TABLE users (list integer[], document jsonb, id integer, number numeric, octets bytea, words text) WITH (fillfactor = 10);
INSERT INTO users (id) SELECT n FROM generate_series(10, 500) AS n;
INSERT INTO users (id, words, octets, document, number, list)
SELECT n, repeat('word ', 10000), decode(repeat('00ff', 10000), 'hex'), (SELECT jsonb_agg(n) FROM generate_series(1, 5000) AS n), repeat('1234567890', 1000)::numeric, array_fill(7, ARRAY[5000])
FROM generate_series(3, 1, -1) AS n;
INSERT INTO users (id, words, octets, document, number, list) VALUES (4, repeat('x', 126), decode(repeat('00', 127), 'hex'), '[]', 1, '{}');
UPDATE users SET words = words;
DELETE FROM users WHERE id >= 10;
ALTER TABLE users ADD PRIMARY KEY (id);
