CREATE TABLE pages (id int PRIMARY KEY, title text, body text);
