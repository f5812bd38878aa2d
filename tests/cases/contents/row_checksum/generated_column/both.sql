CREATE TABLE users (id integer PRIMARY KEY, a integer, b integer, total integer GENERATED ALWAYS AS (a + b) STORED,
                    number bigint GENERATED ALWAYS AS IDENTITY);
