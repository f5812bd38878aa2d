DELETE FROM events WHERE id = 11;
