CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE SEQUENCE numbers;
