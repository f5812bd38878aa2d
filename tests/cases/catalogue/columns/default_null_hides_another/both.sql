CREATE DOMAIN short AS varchar(5) DEFAULT 'none';
CREATE TABLE day (a short, b varchar(9) DEFAULT 'b', c text);
CREATE VIEW days AS SELECT b FROM day;
