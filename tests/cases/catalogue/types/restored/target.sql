CREATE DOMAIN d AS int CONSTRAINT c CHECK (value >= 1 AND value <= 9 AND value <> 5);
