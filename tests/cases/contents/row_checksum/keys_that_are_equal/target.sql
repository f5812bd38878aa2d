INSERT INTO texts VALUES ('ada');
INSERT INTO numbers VALUES (1.00);
INSERT INTO logins VALUES ('ada');
