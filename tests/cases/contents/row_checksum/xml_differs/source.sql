INSERT INTO t VALUES (1, '<?xml version="1.0" standalone="yes"?><a/>'), (2, ' <a/>'), (3, NULL);
