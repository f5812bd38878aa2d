GRANT SELECT ON u TO only_reading, creating_database, creating_in_schema, deleting, emptying, future_counting, future_writing, making_databases, making_roles, replicating;
GRANT INSERT ON t TO writing_alone;
GRANT USAGE ON SCHEMA app TO writing_alone;
