CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN known_mood AS mood NOT NULL;
CREATE TABLE users (mood known_mood);
