CREATE SUBSCRIPTION mover CONNECTION 'host=nowhere password=hunter2' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION other CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
