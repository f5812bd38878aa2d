CREATE SUBSCRIPTION other CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
UPDATE pg_subscription SET subdbid = (SELECT oid FROM pg_database WHERE datname = 'template1');
