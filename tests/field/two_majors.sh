# A rental shop moves from PostgreSQL 13 to 18, five majors at once.
. "$project/tests/field/common.sh"

"$gonogo" pair up --name two-majors --with-parent --target-bin "$("$project/ci/install-postgres" 18)" \
  --source-bin "$("$project/ci/install-postgres" 13)" >/dev/null
trap '"$gonogo" pair down --name two-majors >/dev/null' EXIT
eval "$("$gonogo" pair urls --name two-majors)"
source=$SRC_DB_URL target=$TGT_DB_URL

for url in "$source" "$target"; do
  sql "$url" --command='CREATE ROLE shop_owner' --command='CREATE ROLE shop_app LOGIN' \
    --command='CREATE ROLE reports'
done
sql "$source" --file="$project/tests/field/rentals.sql"
SRC_DB_URL=$(reader_of "$source")
TGT_DB_URL=$target

expect 0 init rentals --yes --name rentals
cd rentals
expect 0 plan lint --strict --plan plan.json
expect 0 stage all --plan plan.json --confirm 'COPY RENTALS' --until gate
make_read_only "$source"
expect 0 stage all --plan plan.json --confirm 'CUT OVER RENTALS' --until cutover

# Somebody drops an index that the new server seems not to need.
sql "$target" --command='DROP INDEX shop.films_words_idx'
expect 1 run gate --plan plan.json --quiet --out ../dropped
damage_is_named 'shop.films index films_words_idx'
