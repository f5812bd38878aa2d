UPDATE events_archive SET v = 'x';
DELETE FROM events_archive WHERE id = 4;
