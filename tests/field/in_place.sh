#!/usr/bin/env bash
# A rental shop's schema is changed in place: a column, an index, a table and a view are added. Then a
# change also loses something.
# shellcheck source=tests/field/common.sh
. "${project:?}/tests/field/common.sh"
: "${target:?}"

for role in shop_owner shop_app reports; do sql "$target" --command="CREATE ROLE $role"; done
sql "$target" --file="$project/tests/field/rentals.sql" --command=ANALYZE
export TGT_DB_URL=$target

cat >change.sql <<'SQL'
BEGIN;
ALTER TABLE shop.films ADD COLUMN language text NOT NULL DEFAULT 'en';
CREATE INDEX ON shop.films (language);
CREATE TABLE shop.reviews (film_id bigint REFERENCES shop.films, stars int);
CREATE VIEW shop.best AS SELECT film_id FROM shop.reviews WHERE stars = 5;
COMMIT;
SQL
expect 0 init change --in-place --sql change.sql --yes --name change
cd change
expect 0 plan lint --strict --plan plan.json
expect 0 stage all --plan plan.json --confirm 'CHANGE CHANGE'

# The next change corrects ratings, of all films instead of one, and drops a policy.
cd ..
cat >next.sql <<'SQL'
UPDATE shop.films SET rating = 'adult';
DROP POLICY own_store ON shop.customers;
SQL
expect 0 init next --in-place --sql next.sql --yes --name next
cd next
expect 1 stage all --plan plan.json --confirm 'CHANGE NEXT' --quiet
damage_is_named 'policy own_store'
expect 1 run gate --plan plan.json --baseline evidence/next/baseline.json --quiet --out ../damaged
damage_is_named 'shop.films: have sha256'
expect 0 stage rollback --plan plan.json --confirm 'RESTORE NEXT'
