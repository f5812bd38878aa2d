CREATE ROLE store_owner;
GRANT CREATE ON SCHEMA public TO store_owner;
