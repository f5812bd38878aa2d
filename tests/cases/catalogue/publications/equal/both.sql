CREATE TABLE messages (id int PRIMARY KEY, room int, body text);
CREATE TABLE parted (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE SCHEMA audit;
