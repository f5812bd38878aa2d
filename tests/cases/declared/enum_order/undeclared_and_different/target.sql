CREATE TYPE new AS ENUM ('a');
CREATE TYPE role AS ENUM ('editor', 'viewer');
