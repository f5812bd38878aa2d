CREATE SCHEMA issuer;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE issuer.role AS ENUM ('viewer', 'editor');
