UPDATE users SET born = '2000-01-01' WHERE id = 3;
