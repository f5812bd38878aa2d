ANALYZE users, events_a, events_b, known;
