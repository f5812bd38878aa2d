--liquibase formatted sql

--changeset ann:1
CREATE INDEX CONCURRENTLY "x_v" ON "x" ("v");

--changeset ann:2 runInTransaction:false
CREATE INDEX CONCURRENTLY "x_v" ON "x" ("v");
