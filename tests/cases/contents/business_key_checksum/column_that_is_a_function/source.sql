INSERT INTO words VALUES ('ada'), ('bob');
