-- Takes names away that a running application uses.
ALTER TABLE people RENAME COLUMN name TO full_name;
ALTER TABLE people RENAME TO persons;
ALTER TABLE public.visits SET SCHEMA archive;
ALTER TYPE mood RENAME VALUE 'bad' TO 'sad';
ALTER TABLE visits ADD COLUMN place text NOT NULL;
-- gonogo: allow breaks_application because release 42 reads both names
ALTER TABLE visits RENAME COLUMN at TO arrived;
