# A store moves to Amazon RDS: the migrating role is no superuser, but may become the source's owner.
. "$project/tests/field/common.sh"

for role in store_owner store_app store_reports; do sql "$source" --command="CREATE ROLE $role"; done
sql "$source" --file="$project/tests/field/store.sql"
sql "$target" --file=- <<'SQL'
-- https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Roles.html
CREATE ROLE rdsadmin SUPERUSER LOGIN;
CREATE ROLE rds_superuser;
CREATE ROLE rds_replication;
CREATE ROLE rds_password;
CREATE ROLE rds_iam;
GRANT pg_monitor, pg_signal_backend, rds_replication, rds_password TO rds_superuser WITH ADMIN OPTION;
CREATE ROLE dba LOGIN CREATEROLE CREATEDB PASSWORD 'of-the-instance' VALID UNTIL 'infinity';
GRANT rds_superuser TO dba;
SELECT format('ALTER DATABASE %I OWNER TO dba', current_database()) \gexec
SET ROLE dba;
CREATE ROLE store_owner;
CREATE ROLE store_app;
CREATE ROLE store_reports;
GRANT store_owner TO dba;
SQL
SRC_DB_URL=$(reader_of "$source")
TGT_DB_URL=$(as_role "$target" dba of-the-instance)
export SRC_DB_URL TGT_DB_URL

expect 0 init store --yes --name store
cd store
expect 0 plan lint --strict --plan plan.json
expect 0 stage all --plan plan.json --confirm 'COPY STORE' --until gate
make_read_only "$source"
expect 0 stage all --plan plan.json --confirm 'CUT OVER STORE' --until cutover
left_out 'owner of Amazon RDS'

# The instance's administrator loses one privilege of the application.
sql "$TGT_DB_URL" --command='REVOKE INSERT ON orders FROM store_app'
expect 1 run gate --plan plan.json --quiet --out ../revoked
damage_is_named 'public.orders: have store_app: SELECT, UPDATE, want store_app: INSERT, SELECT, UPDATE'
