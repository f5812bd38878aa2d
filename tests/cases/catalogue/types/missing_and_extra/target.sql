CREATE DOMAIN extra AS int;
