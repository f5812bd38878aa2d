CREATE PUBLICATION realtime FOR TABLE rooms (id, name), messages WHERE (room > 0 AND id > 1);
CREATE PUBLICATION inserts FOR TABLE parted WITH (publish = 'insert', publish_via_partition_root);
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION audited FOR TABLES IN SCHEMA audit;
CREATE PUBLICATION nothing;
