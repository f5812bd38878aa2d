-- A partition that had its foreign key before it was attached.
CREATE SCHEMA key_of_an_attached_partition;
SET search_path = key_of_an_attached_partition;
CREATE TABLE owners (no int PRIMARY KEY);
CREATE TABLE pets (no int, owner int REFERENCES owners) PARTITION BY RANGE (no);
CREATE TABLE pets_1 (no int, owner int, FOREIGN KEY (owner) REFERENCES owners);
ALTER TABLE pets ATTACH PARTITION pets_1 FOR VALUES FROM (1) TO (100);
INSERT INTO owners VALUES (1);
INSERT INTO pets VALUES (2, 1);
