-- An index that a service's query needs is missing: somebody dropped it to load faster.
-- when: on the target after backfill
-- red: query_plans
DROP INDEX wallet.credentials_user_id_idx;
