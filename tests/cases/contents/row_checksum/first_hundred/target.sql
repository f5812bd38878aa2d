UPDATE users SET n = -n;
