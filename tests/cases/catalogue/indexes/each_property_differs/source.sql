CREATE INDEX lettered ON t (word text_pattern_ops);
CREATE UNIQUE INDEX once ON t (id);
CREATE INDEX partial ON t (id) WHERE state = 'b';
CREATE INDEX sorted ON t (id);
ALTER TABLE t CLUSTER ON sorted;
