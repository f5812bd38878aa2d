# A Prisma project moves to a new server: the names and types that Prisma uses, a table for a relation
# of many to many, and the history that Prisma's own program wrote.
. "$project/tests/field/common.sh"

mkdir -p app/prisma/migrations/20260105090000_init app/prisma/migrations/20260219101500_tags
cd app
ln -s "$("$project/ci/install-prisma")/node_modules" node_modules
cp "$project/plans/dixis/rehearsal/prisma.config.ts" .
cat >prisma/schema.prisma <<'TXT'
generator client {
  provider   = "prisma-client"
  output     = "../generated/client"
  engineType = "client"
}
datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
TXT
echo 'provider = "postgresql"' >prisma/migrations/migration_lock.toml
cat >prisma/migrations/20260105090000_init/migration.sql <<'SQL'
-- CreateEnum
CREATE TYPE "Role" AS ENUM ('READER', 'AUTHOR');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'READER',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "authorId" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
SQL
cat >prisma/migrations/20260219101500_tags/migration.sql <<'SQL'
-- CreateTable
CREATE TABLE "Tag" (
    "name" TEXT NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "_ArticleToTag" (
    "A" INTEGER NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_ArticleToTag_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "_ArticleToTag_B_index" ON "_ArticleToTag"("B");

-- AddForeignKey
ALTER TABLE "_ArticleToTag" ADD CONSTRAINT "_ArticleToTag_A_fkey" FOREIGN KEY ("A") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ArticleToTag" ADD CONSTRAINT "_ArticleToTag_B_fkey" FOREIGN KEY ("B") REFERENCES "Tag"("name") ON DELETE CASCADE ON UPDATE CASCADE;
SQL
DATABASE_URL=$source CHECKPOINT_DISABLE=1 CI=1 node_modules/.bin/prisma migrate deploy >prisma.txt 2>&1 || { cat prisma.txt; exit 1; }
sql "$source" --file=- <<'SQL'
INSERT INTO "User" (id, email) SELECT 'u' || n, 'u' || n || '@example.com' FROM generate_series(1, 40) AS n;
INSERT INTO "Article" (title, "authorId") SELECT 'Article ' || n, 'u' || 1 + n % 40 FROM generate_series(1, 90) AS n;
INSERT INTO "Tag" VALUES ('old'), ('new');
INSERT INTO "_ArticleToTag" SELECT n, CASE n % 2 WHEN 0 THEN 'old' ELSE 'new' END FROM generate_series(1, 90) AS n;
SQL
SRC_DB_URL=$(reader_of "$source")
export SRC_DB_URL TGT_DB_URL=$target

expect 0 init move --yes --name articles --migrations prisma/migrations
cd move
expect 0 plan lint --strict --plan plan.json
expect 0 stage all --plan plan.json --confirm 'COPY ARTICLES' --until gate
make_read_only "$source"
expect 0 stage all --plan plan.json --confirm 'CUT OVER ARTICLES' --until cutover

# Somebody edits a migration that has been applied.
echo 'DROP TABLE "Tag";' >>../prisma/migrations/20260219101500_tags/migration.sql
expect 1 run gate --plan plan.json --quiet --out ../edited
damage_is_named '20260219101500_tags'
sed -i '$d' ../prisma/migrations/20260219101500_tags/migration.sql

# A foreign key is lost.
sql "$target" --command='ALTER TABLE "_ArticleToTag" DROP CONSTRAINT "_ArticleToTag_B_fkey"'
expect 1 run gate --plan plan.json --quiet --out ../lost
damage_is_named '_ArticleToTag_B_fkey'
