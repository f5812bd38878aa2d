ALTER TABLE t_old ADD CONSTRAINT words CHECK (id > 0);
CREATE INDEX own ON t_old (word);
