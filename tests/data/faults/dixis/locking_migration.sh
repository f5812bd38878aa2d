#!/bin/sh
# A new migration creates an index and blocks writes meanwhile.
# when: before preflight, phase preflight
# red: migration_safety
set -eu
folder=$1/prisma/migrations/20250401090000_orders_by_day
mkdir "$folder"
echo 'CREATE INDEX "orders_placed_at_idx" ON "orders"("placed_at");' >"$folder/migration.sql"
