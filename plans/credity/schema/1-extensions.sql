-- Extensions, then the schemas.

CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA public;

CREATE SCHEMA issuer;
CREATE SCHEMA wallet;
CREATE SCHEMA recruiter;
