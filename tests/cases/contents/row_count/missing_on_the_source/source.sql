-- Another table: the case of a name counts.
CREATE TABLE users (id integer);
