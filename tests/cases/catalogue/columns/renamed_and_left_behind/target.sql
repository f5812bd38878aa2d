CREATE SCHEMA issuer; CREATE TABLE issuer.users (id int DEFAULT nextval('numbers'));
