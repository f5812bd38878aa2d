CREATE TYPE missing AS ENUM ('a');
CREATE TYPE added AS ENUM ('a', 'b', 'c');
CREATE TYPE letter AS ENUM ('a', 'B');
CREATE TYPE blank AS ENUM ('a ', 'b');
