CREATE INDEX lettered ON t (word);
CREATE INDEX once ON t (id);
CREATE INDEX partial ON t (id) WHERE state = 'a';
CREATE INDEX sorted ON t (id);
