CREATE ROLE supabase_admin;
CREATE SCHEMA realtime AUTHORIZATION supabase_admin;
CREATE TABLE realtime.messages (id int);
CREATE TABLE rooms (id int);
CREATE PUBLICATION app FOR TABLE rooms;
