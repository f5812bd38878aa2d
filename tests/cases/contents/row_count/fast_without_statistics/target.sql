ANALYZE events_a, known;
