ALTER TABLE users DROP COLUMN born;
ALTER TABLE orders DROP COLUMN note;
UPDATE orders SET amount = 2;
