UPDATE odd."Weird.Name" SET
  "$s" = 2,
  "$c" = 'b',
  "$t" = 2,
  "$1" = false,
  "count" = 2,
  "rows" = 1.00,
  "bucket" = '2021-06-01 13:00Z',
  "ctid2" = '00000000-0000-0000-0000-000000000002',
  "a""b" = 'b',
  "two
lines" = '2',
  "k" = 2,
  "d1" = '\x02',
  "d2" = 2,
  "h" = 'b',
  "digested" = 2,
  "digests" = false,
  "select" = 2,
  "Größe" = 1.00,
  "it's" = '2021-06-01 13:00Z',
  "100%" = '00000000-0000-0000-0000-000000000002',
  "a.b" = 'b',
  " " = '2',
  "sum1" = 2,
  "v" = '\x02',
  "n" = 2,
  "c" = 'b',
  "0" = 2,
  "A" = false,
  "user" = 2,
  "end" = 1.00
WHERE "the key" = 1;
DELETE FROM odd."two
lines" WHERE "the key" = 1;
INSERT INTO odd."two
lines" SELECT * FROM odd."Weird.Name" WHERE "the key" = 1;
DELETE FROM odd."it's" WHERE "the key" = 1;
INSERT INTO odd."it's" SELECT * FROM odd."Weird.Name" WHERE "the key" = 1;
DELETE FROM "Odd Schema".digested WHERE "the key" = 1;
INSERT INTO "Odd Schema".digested SELECT * FROM odd."Weird.Name" WHERE "the key" = 1;
DELETE FROM odd."a ""quoted"" word" WHERE "the key" = 1;
INSERT INTO odd."a ""quoted"" word" SELECT * FROM odd."Weird.Name" WHERE "the key" = 1;
DELETE FROM odd."$c" WHERE "the key" = 1;
INSERT INTO odd."$c" SELECT * FROM odd."Weird.Name" WHERE "the key" = 1;
DELETE FROM odd."100%I" WHERE "the key" = 1;
INSERT INTO odd."100%I" SELECT * FROM odd."Weird.Name" WHERE "the key" = 1;
