# A store moves from a server of its own to Supabase: extensions live in another schema, the
# migrating role is no superuser, a pooler stands in between, and the provider opens new tables.
. "$project/tests/field/common.sh"

for role in store_owner store_app store_reports; do sql "$source" --command="CREATE ROLE $role"; done
sql "$source" --file="$project/tests/field/store.sql"
sql "$target" --file="$project/tests/field/supabase.sql"
sql "$target" --command='SET ROLE postgres' --command='CREATE ROLE store_app' --command='CREATE ROLE store_reports'
SRC_DB_URL=$(reader_of "$source")
start_pooler "$(as_role "$target" postgres of-the-project)"
TGT_DB_URL=$pooled
sql "$TGT_DB_URL" --file="$project/sql/grants/gonogo.sql" 2>/dev/null
export SRC_DB_URL TGT_DB_URL

expect 0 init store --yes --name store
cd store
expect 0 plan lint --strict --plan plan.json
expect 0 stage all --plan plan.json --confirm 'COPY STORE' --until gate
make_read_only "$source"
expect 0 stage all --plan plan.json --confirm 'CUT OVER STORE' --until cutover
for what in grants roles owners objects setting; do left_out "$what of Supabase"; done

# Somebody switches row security off, so that everybody can read the buyers.
sql "$TGT_DB_URL" --command='ALTER TABLE buyers DISABLE ROW LEVEL SECURITY'
expect 1 run gate --plan plan.json --quiet --out ../open
damage_is_named 'public.buyers'

# A restore by hand puts one of the extensions' functions into a default of its own.
sql "$TGT_DB_URL" --command='ALTER TABLE buyers ENABLE ROW LEVEL SECURITY' \
  --command='ALTER TABLE buyers ALTER COLUMN id SET DEFAULT gen_random_uuid()'
expect 1 run gate --plan plan.json --quiet --out ../default
damage_is_named 'column id'
