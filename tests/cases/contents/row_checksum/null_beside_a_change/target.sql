UPDATE t SET a = 'b' WHERE id = 1;
UPDATE t SET born = '2026-01-01' WHERE id = 2;
UPDATE t SET moment = '2026-01-01' WHERE id = 3;
UPDATE t SET bytes = '' WHERE id = 4;
