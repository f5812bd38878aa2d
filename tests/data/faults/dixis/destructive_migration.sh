#!/bin/sh
# A new migration drops a column, so nothing may be deployed.
# when: before preflight, phase preflight
# red: migration_safety
set -eu
folder=$1/prisma/migrations/20250401090000_no_stock
mkdir "$folder"
echo 'ALTER TABLE "products" DROP COLUMN "stock";' >"$folder/migration.sql"
