UPDATE users SET born = '2000-01-01' WHERE id = 2;
DELETE FROM a WHERE id = 1;
