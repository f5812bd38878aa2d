-- CreateTable
CREATE TABLE IF NOT EXISTS "User" ("id" SERIAL NOT NULL, "mail" TEXT NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX IF NOT EXISTS "User_mail_key" ON "User"("mail");
DO $$ BEGIN
 ALTER TABLE "User" ADD CONSTRAINT "User_mail_check" CHECK ("mail" <> '');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
