UPDATE events_c1 SET id = 22;
