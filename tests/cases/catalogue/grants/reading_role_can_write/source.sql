GRANT SELECT ON t TO gonogo_reader;
GRANT SELECT ON v TO app;
