CREATE TYPE mood AS ENUM ('it''s');
ALTER TYPE mood ADD VALUE 'calm' BEFORE 'it''s';
CREATE TABLE of_a_type (m mood[]);
