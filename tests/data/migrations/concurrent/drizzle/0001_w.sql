ALTER TABLE "x" ADD COLUMN "w" text;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "x_v" ON "x" ("v");
