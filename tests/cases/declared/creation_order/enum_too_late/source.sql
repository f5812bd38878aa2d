CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE users (mood mood);
CREATE TABLE polls (moods mood[]);
CREATE INDEX users_mood ON users (mood);
