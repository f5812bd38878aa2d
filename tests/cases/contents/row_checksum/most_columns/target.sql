UPDATE widest_native SET c1500 = false WHERE id = 1;
UPDATE widest_text SET c1500 = false WHERE id = 1;
UPDATE widest_sha256 SET c1500 = false WHERE id = 1;
