CREATE TABLE rooms (id int PRIMARY KEY, name text, secret text);
CREATE PUBLICATION realtime FOR TABLE rooms (id, name), messages WHERE (room > 0 AND id > 1);
CREATE PUBLICATION inserts FOR TABLE parted WITH (publish = 'insert', publish_via_partition_root);
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION audited FOR TABLES IN SCHEMA audit;
CREATE PUBLICATION nothing;
CREATE TABLE audit.messages (id int PRIMARY KEY);
CREATE PUBLICATION namesakes FOR TABLE public.messages WHERE (id > 1), audit.messages WHERE (id > 2);
CREATE PUBLICATION of_public FOR TABLES IN SCHEMA public;
