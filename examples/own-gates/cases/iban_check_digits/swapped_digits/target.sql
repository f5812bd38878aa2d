CREATE SCHEMA bank;
CREATE TABLE bank.accounts (id bigint PRIMARY KEY, iban text NOT NULL, closed_at timestamptz);
INSERT INTO bank.accounts VALUES
  (1, 'GB82WEST12345698765432', NULL), (2, 'DE89370400440532031000', NULL), (3, 'gb82west12345698765432', NULL),
  (4, 'GB82', NULL);
