CREATE TABLE orders (id int NOT NULL, sku text);
CREATE INDEX orders_sku ON orders (sku);
CREATE FUNCTION purge(name text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'TRUNCATE ' || name; END $$;
CREATE FUNCTION count_orders() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders';
