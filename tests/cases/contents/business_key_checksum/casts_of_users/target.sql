UPDATE composites SET k = ROW(2, 'b') WHERE k IS NOT NULL;
UPDATE domains SET k = ROW(2, 'b');
UPDATE labels SET k = 'sad';
UPDATE documents SET k = '{"n": 2}';
