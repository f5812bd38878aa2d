CREATE TYPE mood AS ENUM ('sad', 'happy');
ALTER TYPE mood ADD VALUE 'good' BEFORE 'happy';
ALTER TYPE mood ADD VALUE 'ok' BEFORE 'good';
ALTER TYPE mood ADD VALUE 'bad' BEFORE 'sad';
