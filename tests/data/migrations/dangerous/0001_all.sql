-- Breaks the rules for migrations one after the other.
DROP TABLE old.users, sessions CASCADE;
ALTER TABLE people ALTER COLUMN id TYPE bigint;
CREATE INDEX people_name ON people (name);
ALTER TYPE mood ADD VALUE 'fair' BEFORE 'bad';
BEGIN;
CREATE INDEX CONCURRENTLY people_mood ON people (mood);
COMMIT;
-- gonogo: allow destructive
TRUNCATE people;
SELECT 'é' FRM people;
DO $$
BEGIN
  DELETE FROM people;
END $$;
