#!/bin/sh
# A migration was committed, but not deployed.
# when: after schema, phase verify
# red: migration_history
set -eu
folder=$1/prisma/migrations/20250401090000_wishlists
mkdir "$folder"
echo 'CREATE TABLE "wishlists" ("id" SERIAL NOT NULL PRIMARY KEY);' >"$folder/migration.sql"
