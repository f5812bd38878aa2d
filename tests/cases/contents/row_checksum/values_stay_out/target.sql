UPDATE users SET secret = 'battery-staple' WHERE id = 1;
