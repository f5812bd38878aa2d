#!/usr/bin/env bash
# A rental shop moves to a new server: partitions, views, materialized views, policies, foreign keys,
# identity columns, large objects, roles. pg_dump makes the schema.
# shellcheck source=tests/field/common.sh
. "${project:?}/tests/field/common.sh"
: "${source:?}" "${target:?}"

for url in "$source" "$target"; do
  sql "$url" --command='CREATE ROLE shop_owner' --command='CREATE ROLE shop_app LOGIN' \
    --command='CREATE ROLE reports'
done
sql "$source" --file="$project/tests/field/rentals.sql"
SRC_DB_URL=$(reader_of "$source")
reader_of "$target" >/dev/null
export SRC_DB_URL TGT_DB_URL=$target

expect 0 init rentals --yes --pipeline gitlab --name rentals
cd rentals
expect 0 plan lint --strict --plan plan.json
expect 0 stage all --plan plan.json --dry-run
expect 0 stage all --plan plan.json --confirm 'COPY RENTALS' --until gate
make_read_only "$source"
expect 0 stage all --plan plan.json --confirm 'CUT OVER RENTALS' --until cutover

# Somebody corrects one amount on the target by hand.
sql "$target" --command='UPDATE shop.payments SET amount = amount + 1 WHERE payment_id = 7'
expect 1 run gate --plan plan.json --quiet --out ../damaged
damage_is_named 'payment_id=7'

# Somebody lets everybody read the customers.
sql "$target" --command='UPDATE shop.payments SET amount = amount - 1 WHERE payment_id = 7' \
  --command='GRANT SELECT ON shop.customers TO PUBLIC'
expect 1 run gate --plan plan.json --quiet --out ../opened
damage_is_named 'table shop.customers: have PUBLIC: SELECT, want PUBLIC: none'
