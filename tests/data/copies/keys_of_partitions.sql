-- Foreign keys to and from partitions, whose parts have names that the server made.
CREATE SCHEMA keys_of_partitions;
SET search_path = keys_of_partitions;
CREATE TABLE shops (no int PRIMARY KEY) PARTITION BY RANGE (no);
CREATE TABLE shops_1 PARTITION OF shops FOR VALUES FROM (1) TO (100);
CREATE TABLE shops_2 PARTITION OF shops FOR VALUES FROM (100) TO (200);
CREATE TABLE sales (no int PRIMARY KEY, shop int REFERENCES shops);
INSERT INTO shops VALUES (5), (105);
INSERT INTO sales VALUES (1, 105);
