CREATE TABLE notes (v text);
