CREATE INDEX CONCURRENTLY users_id_email ON users (id, email);
