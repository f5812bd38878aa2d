ALTER DATABASE gate_case SET timezone = 'Europe/Athens';
ALTER DATABASE gate_case SET default_text_search_config = 'pg_catalog.simple';
