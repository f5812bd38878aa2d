CREATE TABLE "users" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "email" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "public"."users" ("email");
--> statement-breakpoint
DO $$ BEGIN
  CREATE TYPE "mood" AS ENUM ('good', 'bad');
EXCEPTION WHEN duplicate_object THEN null;
END $$;
