CREATE TABLE "T able" ("I""d" serial);
INSERT INTO "T able" VALUES (9);
