ALTER TABLE partman.part_config ADD first text DEFAULT 'new';
INSERT INTO shipped VALUES (2);
INSERT INTO "Systems" VALUES (10, 'shipped'), (11, 'shipped');
SELECT setval('partman.runs', 7);
UPDATE pg_extension SET extcondition = ARRAY['', 'WHERE id OPERATOR(pg_catalog.>) 3 AND "Systems".id OPERATOR(pg_catalog.<) 10', ''] WHERE extname = 'lo';
-- Nobody writes what is generated.
ALTER TABLE partman.part_config DROP twice, ADD twice text GENERATED ALWAYS AS (parent) STORED;
