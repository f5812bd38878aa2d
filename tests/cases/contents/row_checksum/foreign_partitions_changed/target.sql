UPDATE events_c1 SET "A b" = 'y';
DELETE FROM events_a WHERE id = 2;
