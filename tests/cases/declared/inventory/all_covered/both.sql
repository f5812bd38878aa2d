CREATE TABLE users (id integer);
CREATE TABLE orders (id integer);
CREATE TABLE store (service_key text);
