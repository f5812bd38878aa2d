#!/bin/sh
# A new migration drops a column; nothing may be deployed then.
# when: before preflight, phase preflight
# red: migration_safety
set -eu
folder=$1/prisma/migrations/20250401090000_no_stock
mkdir "$folder"
echo 'ALTER TABLE "products" DROP COLUMN "stock";' >"$folder/migration.sql"
