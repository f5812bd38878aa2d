#!/bin/sh
# A new migration fails on the server: migrate deploy ends with status 1, and with it the stage. What
# came before it stays applied, it leaves a row that is not finished, and nothing of itself.
# when: after preflight, stage schema; then phase verify
# red: migration_history, unclean_migrations
set -eu
folder=$1/prisma/migrations/20250401090000_farm_visits
mkdir "$folder"
cat >"$folder/migration.sql" <<'SQL'
CREATE TABLE "farm_visits" ("id" SERIAL NOT NULL PRIMARY KEY);
ALTER TABLE "farms" ADD COLUMN "visits" INTEGER;
SQL
