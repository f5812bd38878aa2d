CREATE INDEX extra ON t (id);
