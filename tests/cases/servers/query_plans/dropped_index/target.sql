DROP INDEX public.orders_customer_idx;
CREATE SCHEMA other;
CREATE TABLE other.orders (customer int);
CREATE INDEX orders_customer_idx ON other.orders (customer);
