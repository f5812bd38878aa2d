-- What is left besides those of the first partition, which is read by its own name, too.
SELECT (SELECT count(*) FROM events) - (SELECT count(*) FROM events_1);
