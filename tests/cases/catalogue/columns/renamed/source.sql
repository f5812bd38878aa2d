CREATE TYPE "Mood" AS ENUM ('calm');
CREATE SEQUENCE numbers;
CREATE TABLE t (id int DEFAULT nextval('numbers'), mood "Mood" DEFAULT 'calm');
