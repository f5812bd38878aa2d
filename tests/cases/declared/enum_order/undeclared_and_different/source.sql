CREATE TYPE lost AS ENUM ('a');
CREATE TYPE role AS ENUM ('viewer', 'editor');
