-- The words that this server's SQL doesn't take for any name without quotes.
-- Returns: words (JSON list).
SELECT pg_catalog.json_agg(k.word ORDER BY k.word COLLATE "C") AS words
FROM pg_catalog.pg_get_keywords() AS k
WHERE k.catcode <> 'U';
