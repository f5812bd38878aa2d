CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE users (mood mood);
CREATE TABLE polls (moods mood[]);
