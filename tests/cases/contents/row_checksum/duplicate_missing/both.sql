CREATE TABLE notes (note text, at timestamptz);
