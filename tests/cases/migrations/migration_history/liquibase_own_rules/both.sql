CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL, dateexecuted timestamp NOT NULL DEFAULT now(), orderexecuted int NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35), description varchar(255), comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255), labels varchar(255), deployment_id varchar(10));
INSERT INTO databasechangelog (id, author, filename, orderexecuted, exectype, md5sum) VALUES
  ('1', 'ann', 'classpath:changes/db/001.sql', 1, 'EXECUTED', '8:aa'),
  ('4', 'ann', 'changes/db/002.xml', 2, 'MARK_RAN', '8:bb'),
  ('5', 'ann', 'old/path.xml', 3, 'RERAN', NULL),
  ('6', 'ann', 'db/003.json', 4, 'EXECUTED', '8:cc'),
  ('7', 'ann', 'db/004.yaml', 5, 'EXECUTED', '8:dd'),
  ('1.5', 'o''ann: x', 'changes/db/004.yaml', 7, 'MARK_RAN', '8:ff'),
  ('ten', 'bob', 'moved/010.yml', 8, 'EXECUTED', '8:ab'),
  ('raw', 'includeAll', 'db/raw.sql', 6, 'EXECUTED', '8:ee');
