DELETE FROM partman.part_config WHERE parent = 'b';
UPDATE "Systems" SET name = 'other' WHERE id = 5;
SELECT setval('partman.runs', 4), setval('down', -4), setval('unused', 1, false);
UPDATE pg_extension SET extconfig = array_remove(extconfig, 'alone'::regclass::oid), extcondition = array_fill(''::text, ARRAY[6])
WHERE extname = 'lo';
UPDATE pg_extension SET extcondition[2] = 'WHERE "Systems".id OPERATOR(pg_catalog.>) 3' WHERE extname = 'lo';
DELETE FROM partman.logs WHERE id = 2;
