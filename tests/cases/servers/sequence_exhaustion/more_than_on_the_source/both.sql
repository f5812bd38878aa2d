CREATE SEQUENCE small AS smallint;
