UPDATE amounts SET amount = amount * 10000;
UPDATE exchanged SET amount = CASE amount WHEN 5 THEN 50000 ELSE 5 END;
