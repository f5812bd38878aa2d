CREATE INDEX lost ON t (id);
