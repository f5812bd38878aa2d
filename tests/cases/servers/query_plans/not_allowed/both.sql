CREATE TABLE orders (id int, customer int, note text);
