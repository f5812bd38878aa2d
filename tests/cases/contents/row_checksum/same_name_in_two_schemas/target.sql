UPDATE app.t SET v = 'w' WHERE id = 2;
