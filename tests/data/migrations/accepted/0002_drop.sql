-- gonogo: allow destructive because the column is unused since release 41
ALTER TABLE people DROP COLUMN legacy_id;
-- gonogo: allow long_lock because it was slow once
SELECT 1;
