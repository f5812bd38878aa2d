CREATE TABLE flags (flag integer);
CREATE TABLE texts (v text NOT NULL);
