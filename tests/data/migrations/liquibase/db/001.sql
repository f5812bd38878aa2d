--liquibase formatted sql

--changeset ann:1
CREATE TABLE a (id int);
--rollback DROP TABLE a;

-- changeset "ann lee":two context:test
INSERT INTO a VALUES (1);

--changeset ann:3 dbms:mysql
SELECT 1;
