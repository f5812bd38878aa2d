CREATE TYPE moved AS ENUM ('a');
CREATE TYPE domain AS ENUM ('a');
CREATE TYPE here AS ENUM ('a');
