CREATE TABLE q_rest (id int);
-- The first parent's row comes last now.
UPDATE pg_inherits SET inhseqno = 1 WHERE inhparent = 'base'::regclass;
