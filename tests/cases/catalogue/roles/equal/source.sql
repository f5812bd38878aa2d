-- What is about other databases, or makes the server list its own role's privileges.
CREATE ROLE elsewhere;
ALTER ROLE elsewhere IN DATABASE postgres SET work_mem = '1MB';
CREATE ROLE granted_elsewhere;
GRANT CONNECT ON DATABASE postgres TO granted_elsewhere;
ALTER ROLE app IN DATABASE postgres SET work_mem = '1MB';
GRANT CREATE ON TABLESPACE pg_default TO elsewhere;
DO $$ BEGIN
  IF current_setting('server_version_num')::int >= 150000 THEN
    EXECUTE 'GRANT SET ON PARAMETER log_duration TO elsewhere';
  END IF;
END $$;
CREATE ROLE club;
CREATE ROLE member_of_club IN ROLE club;
