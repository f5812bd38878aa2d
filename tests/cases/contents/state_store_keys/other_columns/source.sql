CREATE TABLE "State Store" ("Key" text, "pay ""load"" 100%I" json, at timestamp);
INSERT INTO "State Store"
SELECT key, '{}', '2026-01-01'
FROM unnest(ARRAY['it''s "quoted"', E'two\nlines', 'größe']) AS key;
