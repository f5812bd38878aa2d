CREATE TYPE missing AS ENUM ('a', 'b');
CREATE TYPE added AS ENUM ('a', 'b');
CREATE TYPE letter AS ENUM ('a', 'b');
CREATE TYPE blank AS ENUM ('a', 'b');
