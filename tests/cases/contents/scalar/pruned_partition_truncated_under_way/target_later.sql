TRUNCATE events_1;
