CREATE TABLE mood (label text);
