DELETE FROM nullable WHERE a = 1;
DELETE FROM not_distinct WHERE a = 1;
DELETE FROM partial WHERE a = 1;
DELETE FROM expression WHERE a = 1;
DELETE FROM column_and_expression WHERE v = 'x';
DELETE FROM not_unique WHERE a = 1;
DELETE FROM invalid WHERE a = 1;
DELETE FROM checked_later WHERE a = 1;
