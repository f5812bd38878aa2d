CREATE SCHEMA core;
CREATE TABLE core.state (at timestamptz, "Key" varchar(40), "pay ""load"" 100%I" jsonb);
INSERT INTO core.state ("Key", "pay ""load"" 100%I", at)
SELECT key, '{}', '2026-01-01 00:00:00Z'
FROM unnest(ARRAY['it''s "quoted"', E'two\nlines', 'größe']) AS key;
