CREATE TABLE schema_migrations (version varchar PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('1'), ('2'), ('20260101120000'), ('20260102120000');
