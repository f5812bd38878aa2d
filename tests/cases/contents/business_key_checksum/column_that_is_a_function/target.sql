INSERT INTO words VALUES ('other'), ('words');
