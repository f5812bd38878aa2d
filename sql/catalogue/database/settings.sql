-- Server parameters as a new session of this role gets them, whatever this session has set.
-- $1 text: JSON list of names.
-- Returns: name, value (NULL: this version does not have the parameter), default.
SELECT w.name, s.reset_val AS value, s.boot_val AS default
FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS w (name)
LEFT JOIN pg_catalog.pg_settings AS s ON pg_catalog.lower(s.name) = pg_catalog.lower(w.name)
ORDER BY w.name COLLATE "C";
