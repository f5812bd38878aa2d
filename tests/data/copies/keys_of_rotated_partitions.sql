-- The same after the oldest partition went and a new one came.
CREATE SCHEMA keys_of_rotated_partitions;
SET search_path = keys_of_rotated_partitions;
CREATE TABLE days (no int PRIMARY KEY) PARTITION BY RANGE (no);
CREATE TABLE days_1 PARTITION OF days FOR VALUES FROM (1) TO (100);
CREATE TABLE days_2 PARTITION OF days FOR VALUES FROM (100) TO (200);
CREATE TABLE readings (no int PRIMARY KEY, day int REFERENCES days);
INSERT INTO days VALUES (5), (105);
INSERT INTO readings VALUES (1, 105);
ALTER TABLE days DETACH PARTITION days_1;
DROP TABLE days_1;
CREATE TABLE days_3 PARTITION OF days FOR VALUES FROM (200) TO (300);
