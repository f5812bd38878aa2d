CREATE ROLE supabase_admin;
CREATE SCHEMA theirs AUTHORIZATION supabase_admin;
CREATE TABLE theirs.domains (domain_id int);
CREATE SCHEMA old;
CREATE TABLE old.scopes (domain_id int);
CREATE TABLE old.domains (domain_id int);
CREATE TABLE history (domain_id int);
CREATE TABLE scopes (id int);
