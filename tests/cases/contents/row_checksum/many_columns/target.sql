UPDATE wide_native SET c150 = 2 WHERE id = 1;
UPDATE wide_native_not_null SET c150 = 2 WHERE id = 1;
UPDATE wide_text SET c150 = 2 WHERE id = 1;
UPDATE wide_text_not_null SET c150 = 2 WHERE id = 1;
UPDATE wide_sha256 SET c150 = 2 WHERE id = 1;
UPDATE wide_sha256_not_null SET c150 = 2 WHERE id = 1;
