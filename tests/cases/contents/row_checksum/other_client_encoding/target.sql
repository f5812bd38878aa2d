UPDATE users SET v = U&'\00f6';
