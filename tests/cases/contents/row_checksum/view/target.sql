CREATE VIEW was_table AS SELECT id FROM users;
