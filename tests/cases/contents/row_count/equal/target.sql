INSERT INTO users VALUES (2, 'bob'), (1, 'ada'), (3, 'gone');
DELETE FROM users WHERE id = 3;
