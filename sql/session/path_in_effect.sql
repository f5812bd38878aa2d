-- The settings that differ between the statements of one session; see fixtures/session/search_path.h.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: one row: search_path, jit.
SELECT pg_catalog.current_setting('search_path') AS search_path,
       pg_catalog.current_setting('jit') AS jit
ORDER BY 1;
