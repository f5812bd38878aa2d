CREATE TYPE mood AS ENUM ('bad', 'sad', 'ok', 'good', 'happy');
