CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE role AS ENUM ('viewer', 'editor');
