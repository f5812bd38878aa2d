#!/bin/sh
# A new migration fails on the server, so migrate deploy and the stage end with status 1. The migrations
# before it stay applied. It leaves an unfinished row in _prisma_migrations, and no other changes.
# when: after preflight, stage schema; then phase verify
# red: migration_history, unclean_migrations
set -eu
folder=$1/prisma/migrations/20250401090000_farm_visits
mkdir "$folder"
cat >"$folder/migration.sql" <<'SQL'
CREATE TABLE "farm_visits" ("id" SERIAL NOT NULL PRIMARY KEY);
ALTER TABLE "farms" ADD COLUMN "visits" INTEGER;
SQL
