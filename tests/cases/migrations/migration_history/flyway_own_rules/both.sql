CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum int, installed_by varchar(100) NOT NULL DEFAULT 'app', installed_on timestamp NOT NULL DEFAULT now(), execution_time int NOT NULL DEFAULT 5, success boolean NOT NULL DEFAULT true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum) VALUES
  (1, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"public"', NULL),
  (2, '1', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL),
  (3, NULL, 'views', 'SQL', 'views/R__views.sql', 7),
  (4, '2', 'more', 'SQL', 'V2__more.sql', 1128195672),
  (5, '1.5', 'between', 'SQL', 'V1_5__between.sql', 958478954),
  (6, '3.1', 'sub', 'SQL', 'later/V003.1__sub.sql', -2102380136),
  (7, '4', 'undone', 'SQL', 'V4__undone.sql', -1416942565),
  (8, '4', 'undone', 'UNDO_SQL', 'U4__undone.sql', 9),
  (9, '4', 'undone', 'SQL', 'V4__undone.sql', -1416942565),
  (10, NULL, 'views', 'SQL', 'views/R__views.sql', 982419503),
  (11, NULL, 'grants', 'SQL', 'R__grants.sql', 123),
  (12, '9', 'gone', 'SQL', 'V9__gone.sql', 5),
  (13, '9', 'gone', 'DELETE', 'V9__gone.sql', 5),
  (14, '5', 'by code', 'JDBC', 'db.migration.V5__By_code', NULL);
