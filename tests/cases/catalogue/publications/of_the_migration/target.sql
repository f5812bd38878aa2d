CREATE PUBLICATION realtime FOR TABLE rooms;
CREATE SUBSCRIPTION moves CONNECTION 'host=nowhere' PUBLICATION mover WITH (connect = false);
