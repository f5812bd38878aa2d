CREATE TYPE mood AS ENUM ('bad', 'ok', 'fine');
CREATE EXTENSION citext;
