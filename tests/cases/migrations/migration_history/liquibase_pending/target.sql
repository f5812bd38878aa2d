CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL, dateexecuted timestamp NOT NULL DEFAULT now(), orderexecuted int NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35), description varchar(255), comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255), labels varchar(255), deployment_id varchar(10));
INSERT INTO databasechangelog (id, author, filename, orderexecuted, exectype, md5sum) VALUES
  ('1', 'ann', 'changes/db/001.sql', 1, 'EXECUTED', '8:xx'),
  ('5', 'ann', 'old/path.xml', 2, 'FAILED', '8:ff'),
  ('6', 'ann', 'db/003.json', 3, 'EXECUTED', '8:cc'),
  ('8', 'ann', 'db/005.xml', 4, 'EXECUTED', '9:gg');
