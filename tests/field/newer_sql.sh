#!/usr/bin/env bash
# A shop moves from PostgreSQL 15 to 18 with SQL files that only 18 can read, and gonogo's parser can't.
# shellcheck source=tests/field/common.sh
. "${project:?}/tests/field/common.sh"

"$gonogo" pair up --name newer-sql --with-parent --target-bin "$("$project/ci/install-postgres" 18)" >/dev/null
trap '"$gonogo" pair down --name newer-sql >/dev/null' EXIT
eval "$("$gonogo" pair urls --name newer-sql)"

sql "$SRC_DB_URL" --file=- <<'SQL'
CREATE TABLE films (id bigint PRIMARY KEY, title text NOT NULL);
INSERT INTO films SELECT n, 'film ' || n FROM generate_series(1, 100) AS n;
ANALYZE;
SQL
cat >films.sql <<'SQL'
BEGIN;
CREATE TABLE public.films (id bigint PRIMARY KEY, title text, CONSTRAINT films_have_titles NOT NULL title);
COMMIT;
SQL
SRC_DB_URL=$(reader_of "$SRC_DB_URL")
export SRC_DB_URL TGT_DB_URL

expect 0 init shop --yes --name shop --stages steps --sql films.sql
cd shop
expect 0 stage all --plan plan.json --confirm 'COPY SHOP' --until gate

# Another file has a mistake: the server says where.
cd ..
sed 's/NOT NULL title/NOT NULL titel/' films.sql >wrong.sql
sql "$TGT_DB_URL" --command='DROP TABLE films'
expect 0 init wrong --yes --name wrong --stages steps --sql wrong.sql
cd wrong
expect 1 stage all --plan plan.json --confirm 'COPY WRONG' --until gate
grep --quiet 'wrong.sql:2: target: ERROR:  column "titel" of relation "films" does not exist' out || { cat out; exit 1; }
