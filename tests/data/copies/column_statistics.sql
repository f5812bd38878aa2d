-- A statistic of a column that is a fraction.
CREATE SCHEMA column_statistics;
SET search_path = column_statistics;
CREATE TABLE sampled (no int PRIMARY KEY, n int);
ALTER TABLE sampled ALTER n SET (n_distinct = -0.125);
INSERT INTO sampled VALUES (1, 1);
