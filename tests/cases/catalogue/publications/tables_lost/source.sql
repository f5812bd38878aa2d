CREATE PUBLICATION realtime FOR TABLE rooms, messages;
