-- Nobody has run ANALYZE since the rows arrived.
-- when: on the target after backfill
-- red: query_plans
DELETE FROM pg_catalog.pg_statistic;
