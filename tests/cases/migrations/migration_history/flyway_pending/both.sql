CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum int, installed_by varchar(100) NOT NULL DEFAULT 'app', installed_on timestamp NOT NULL DEFAULT now(), execution_time int NOT NULL DEFAULT 5, success boolean NOT NULL DEFAULT true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum) VALUES
  (1, '1', 'init', 'SQL', 'V1__init.sql', -623083431),
  (2, '2', 'more', 'SQL', 'V2__more.sql', 1128195672),
  (3, '3.1', 'sub', 'SQL', 'later/V003.1__sub.sql', -2102380136),
  (4, '4', 'undone', 'SQL', 'V4__undone.sql', -1416942565),
  (5, '4', 'undone', 'UNDO_SQL', 'U4__undone.sql', 9),
  (6, NULL, 'views', 'SQL', 'views/R__views.sql', 982419503),
  (7, NULL, 'views', 'SQL', 'views/R__views.sql', 7),
  (8, '9', 'gone', 'SQL', 'V9__gone.sql', 5),
  (9, NULL, 'grants', 'SQL', 'R__grants.sql', 123);
