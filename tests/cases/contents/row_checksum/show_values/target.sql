UPDATE users SET email = 'it''s', born = '2000-01-01' WHERE id = 2;
DELETE FROM a WHERE id = 1;
INSERT INTO b VALUES ('x ', 2);
