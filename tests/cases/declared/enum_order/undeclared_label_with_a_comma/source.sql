CREATE TYPE role AS ENUM ('a', 'b');
