-- moves back
TRUNCATE parts;
