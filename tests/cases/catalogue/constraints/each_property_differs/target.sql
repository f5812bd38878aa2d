CREATE TABLE t (id int CONSTRAINT waits UNIQUE, parent int CONSTRAINT acts REFERENCES parent,
                other int CONSTRAINT bites REFERENCES parent,
                word text CONSTRAINT words CHECK (word IN ('a', 'c')));
ALTER TABLE t ADD CONSTRAINT checked CHECK (id > 0) NOT VALID;
UPDATE pg_trigger SET tgenabled = 'D'
WHERE tgconstraint = (SELECT oid FROM pg_constraint WHERE conname = 'bites');
ALTER TABLE t ADD CONSTRAINT bare FOREIGN KEY (id) REFERENCES parent;
ALTER TABLE t ADD CONSTRAINT late FOREIGN KEY (id) REFERENCES parent NOT VALID;
DELETE FROM pg_trigger WHERE tgconstraint = (SELECT oid FROM pg_constraint WHERE conname = 'bare');
