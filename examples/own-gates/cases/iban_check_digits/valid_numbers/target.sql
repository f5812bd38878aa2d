CREATE SCHEMA bank;
CREATE TABLE bank.accounts (id bigint PRIMARY KEY, iban text NOT NULL, closed_at timestamptz);
INSERT INTO bank.accounts VALUES
  (1, 'GB82WEST12345698765432', NULL), (2, 'DE89370400440532013000', NULL), (3, 'FR1420041010050500013M02606', NULL),
  (4, 'closed long ago', '2019-01-01');
