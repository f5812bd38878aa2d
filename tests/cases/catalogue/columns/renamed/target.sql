CREATE SCHEMA issuer;
SET search_path = issuer;
CREATE TYPE "Mood" AS ENUM ('calm');
CREATE SEQUENCE numbers;
CREATE TABLE users (id int DEFAULT nextval('numbers'), mood "Mood" DEFAULT 'calm');
