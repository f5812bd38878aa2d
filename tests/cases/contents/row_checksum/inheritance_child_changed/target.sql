UPDATE events_archive SET v = 'x' WHERE id = 3;
