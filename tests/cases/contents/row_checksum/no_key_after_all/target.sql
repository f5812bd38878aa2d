DELETE FROM nullable WHERE a = 1;
DELETE FROM not_distinct WHERE a = 1;
DELETE FROM partial WHERE a = 1;
DELETE FROM expression WHERE a = 1;
DELETE FROM checked_later WHERE a = 1;
