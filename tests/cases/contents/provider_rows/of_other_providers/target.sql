CREATE ROLE rds_superuser;
