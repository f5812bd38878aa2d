ALTER DATABASE gate_case SET default_text_search_config = 'pg_catalog.english';
ALTER DATABASE gate_case SET timezone = 'Etc/UTC';
