CREATE TABLE t (id int CONSTRAINT waits UNIQUE DEFERRABLE INITIALLY DEFERRED,
                parent int CONSTRAINT acts REFERENCES parent ON DELETE CASCADE,
                other int CONSTRAINT bites REFERENCES parent,
                word text CONSTRAINT words CHECK (word IN ('a', 'b')), CONSTRAINT checked CHECK (id > 0));
ALTER TABLE t ADD CONSTRAINT bare FOREIGN KEY (id) REFERENCES parent;
ALTER TABLE t ADD CONSTRAINT late FOREIGN KEY (id) REFERENCES parent;
