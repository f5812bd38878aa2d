CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE moods AS RANGE (subtype = mood);
CREATE TABLE days (moods moods_multirange);
