# A rental shop moves to Google Cloud SQL. There the source's superuser is none, and everything will
# belong to it, because nobody makes it a member of the source's owner.
. "$project/tests/field/common.sh"

for role in shop_owner shop_app reports; do sql "$source" --command="CREATE ROLE $role"; done
sql "$source" --command="CREATE ROLE postgres SUPERUSER LOGIN"
sql "$source" --file="$project/tests/field/rentals.sql"
sql "$source" --command='SET ROLE postgres' --command='CREATE EXTENSION pgcrypto' \
  --command='CREATE TABLE shop.settings (name text PRIMARY KEY, value text)' \
  --command="INSERT INTO shop.settings VALUES ('open', 'yes')"
sql "$target" --file=- <<'SQL'
-- https://cloud.google.com/sql/docs/postgres/users
CREATE ROLE cloudsqladmin SUPERUSER LOGIN;
CREATE ROLE cloudsqlsuperuser CREATEROLE CREATEDB;
CREATE ROLE cloudsqlagent LOGIN CREATEROLE CREATEDB;
CREATE ROLE cloudsqlreplica LOGIN REPLICATION;
CREATE ROLE cloudsqlimportexport LOGIN CREATEROLE CREATEDB;
CREATE ROLE cloudsqliamuser;
GRANT pg_monitor, pg_signal_backend TO cloudsqlsuperuser WITH ADMIN OPTION;
GRANT cloudsqlsuperuser TO cloudsqlagent, cloudsqlimportexport;
CREATE ROLE postgres LOGIN CREATEROLE CREATEDB PASSWORD 'of-the-instance';
GRANT cloudsqlsuperuser TO postgres;
SELECT format('ALTER DATABASE %I OWNER TO cloudsqlsuperuser', current_database()) \gexec
SET ROLE postgres;
CREATE ROLE shop_app;
CREATE ROLE reports;
SQL
SRC_DB_URL=$(reader_of "$source")
TGT_DB_URL=$(as_role "$target" postgres of-the-instance)
export SRC_DB_URL TGT_DB_URL

expect 0 init rentals --yes --name rentals
cd rentals
expect 0 plan lint --strict --plan plan.json
expect 0 stage all --plan plan.json --confirm 'COPY RENTALS' --until gate
make_read_only "$source"
expect 0 stage all --plan plan.json --confirm 'CUT OVER RENTALS' --until cutover
for what in 'role attributes' owner; do left_out "$what of Google Cloud SQL"; done

# One partition was restored without its rows.
sql "$TGT_DB_URL" --command='DELETE FROM shop.payments_2024 WHERE payment_id = 7'
expect 1 run gate --plan plan.json --quiet --out ../fewer
damage_is_named 'shop.payments'
