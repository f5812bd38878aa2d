# A Drizzle project moves to a new server: drizzle-kit generates and applies the migrations.
. "$project/tests/field/common.sh"

mkdir app
cd app
ln -s "$("$project/ci/install-drizzle")/node_modules" node_modules
cat >drizzle.config.ts <<'TXT'
export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations",
                 dbCredentials: { url: process.env.DATABASE_URL! } };
TXT
cat >schema.ts <<'TXT'
import { integer, pgEnum, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
export const kind = pgEnum("kind", ["paper", "digital"]);
export const authors = pgTable("authors", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull(),
}, (t) => [uniqueIndex().on(t.name)]);
export const books = pgTable("books", {
  id: uuid().primaryKey().defaultRandom(),
  author: integer().notNull().references(() => authors.id, { onDelete: "cascade" }),
  kind: kind().default("paper"),
  printedAt: timestamp("printed_at", { withTimezone: true }),
});
TXT
drizzle() { node_modules/.bin/drizzle-kit "$@" >drizzle.txt 2>&1 || { cat drizzle.txt; exit 1; }; }
drizzle generate --name first
sed -i 's/name: text().notNull(),/name: text().notNull(), born: integer(),/' schema.ts
drizzle generate --name born
DATABASE_URL=$source drizzle migrate
sql "$source" --file=- <<'SQL'
INSERT INTO authors (name, born) SELECT 'Author ' || n, 1900 + n FROM generate_series(1, 30) AS n;
INSERT INTO books (author, printed_at)
  SELECT 1 + n % 30, timestamptz '2020-01-01 00:00+00' + n * interval '1 day' FROM generate_series(1, 200) AS n;
SQL
SRC_DB_URL=$(reader_of "$source")
export SRC_DB_URL TGT_DB_URL=$target

expect 0 init move --yes --name books --migrations migrations
cd move
expect 0 plan lint --strict --plan plan.json
expect 0 stage all --plan plan.json --confirm 'COPY BOOKS' --until gate
make_read_only "$source"
expect 0 stage all --plan plan.json --confirm 'CUT OVER BOOKS' --until cutover

# The history of the target loses its last row: drizzle-kit would apply that migration again.
sql "$target" --command='DELETE FROM drizzle.__drizzle_migrations WHERE id = 2'
expect 1 run gate --plan plan.json --quiet --out ../forgotten
damage_is_named '0001_born'
