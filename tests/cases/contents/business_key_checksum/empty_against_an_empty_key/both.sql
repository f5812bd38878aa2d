CREATE TABLE users (email text);
CREATE TABLE orders (number integer);
