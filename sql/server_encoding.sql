-- In which encoding the database keeps its texts.
-- Returns: encoding.
SELECT pg_catalog.current_setting('server_encoding') AS encoding
ORDER BY 1;
