CREATE DOMAIN d AS int CONSTRAINT c CHECK (value >= 1 AND value <= 8 AND value <> 5);
