CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN known_mood AS mood NOT NULL;
CREATE TYPE moods AS RANGE (subtype = mood);
CREATE TYPE person AS (name text, mood mood);
CREATE TABLE composite (person person);
CREATE TABLE ranges (moods moods);
CREATE TABLE domains (moods known_mood[]);
CREATE TABLE none (corner point, name name);
