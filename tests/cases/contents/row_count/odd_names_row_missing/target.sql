DELETE FROM odd."Weird.Name" WHERE id = 1;
DELETE FROM odd."Users" WHERE id = 1;
