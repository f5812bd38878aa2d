-- The database that docker/compose.yaml loads into the source: a shop with customers, orders and their items.
CREATE SCHEMA shop;

CREATE TABLE shop.customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  joined timestamptz NOT NULL
);

CREATE TABLE shop.orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES shop.customers,
  placed timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'paid', 'sent'))
);
CREATE INDEX orders_of_a_customer ON shop.orders (customer_id, placed);

CREATE TABLE shop.items (
  order_id bigint NOT NULL REFERENCES shop.orders,
  line integer NOT NULL,
  article text NOT NULL,
  price numeric(10, 2) NOT NULL CHECK (price >= 0),
  PRIMARY KEY (order_id, line)
);

INSERT INTO shop.customers (email, joined)
SELECT format('customer%s@example.invalid', n), timestamptz '2024-01-01 00:00+00' + n * interval '1 hour'
FROM generate_series(1, 500) AS n;

INSERT INTO shop.orders (customer_id, placed, state)
SELECT 1 + n % 500, timestamptz '2025-01-01 00:00+00' + n * interval '7 minutes', (ARRAY['open', 'paid', 'sent'])[1 + n % 3]
FROM generate_series(1, 4000) AS n;

INSERT INTO shop.items (order_id, line, article, price)
SELECT o.id, line, format('article %s', o.id % 37 + line), (o.id * 7 + line) % 9000 / 100.0
FROM shop.orders AS o, generate_series(1, 3) AS line;
