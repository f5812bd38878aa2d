LOCK TABLE locked, events_b;
