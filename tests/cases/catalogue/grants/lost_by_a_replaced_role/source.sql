CREATE ROLE store_owner;
GRANT ALL ON SCHEMA public TO store_owner;
GRANT SELECT ON t TO store_owner WITH GRANT OPTION;
GRANT INSERT ON t TO store_owner;
